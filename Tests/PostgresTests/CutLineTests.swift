import Synchronization
import TestSupport
import Testing

@testable import Postgres

@Suite("A line that is cut", .ownDatabase, .timeLimit(.minutes(10))) struct CutLineTests {
    /// What a session knew of its transaction when it ended.
    enum Outcome { case kept, undone, unknown }

    @Test("wherever the line is cut, nothing hangs and nobody is told a wrong outcome")
    func everywhere() async throws {
        let own = OwnDatabase.connection
        try await own.use { try $0.runScript("CREATE TABLE cut (n bigint PRIMARY KEY, note text)") }
        let settings = try ConnectionInfo(OwnDatabase.parameters).settings
        let proxy = try CuttingProxy(
            host: settings["host"] ?? "/var/run/postgresql",
            port: settings["port"] ?? "5432"
        )
        var offset = 0
        var outcomes: [Int64: Outcome] = [:]
        var isWhole = false
        // A prime step meets all kinds of messages at all kinds of places.
        while !isWhole {
            proxy.budget.withLock { $0 = offset }
            let connection = Connection("\(OwnDatabase.parameters) \(proxy.address)", label: "cut")
            (outcomes[Int64(offset)], isWhole) = await session(on: connection, number: Int64(offset))
            await connection.close()
            offset += 7
        }
        #expect(outcomes.count > 100)
        let kept = try await own.use { try $0.run("SELECT n FROM cut WHERE n >= 0").map { try $0.integer(0) } }
        for (number, outcome) in outcomes where outcome != .unknown {
            #expect(kept.contains(number) == (outcome == .kept), "cut after \(number) bytes: \(outcome)")
        }
    }

    /// Does a little of everything; tells what became of the transaction and whether all went well.
    private func session(on connection: Connection, number: Int64) async -> (Outcome, isWhole: Bool) {
        var outcome = Outcome.undone
        do {
            try await connection.use { session in
                for _ in 0..<3 { _ = try session.run("SELECT $1", [.text("some text")]).count }
                try session.transaction { session in
                    try session.run("INSERT INTO cut VALUES ($1, $2)", [.integer(number), .text("湘")])
                }
            }
            outcome = .kept
            try await connection.use { session in
                try session.rolledBack { session in
                    _ = try session.copy(into: "cut (n)") { writer in
                        for row in 1...10 as ClosedRange<Int64> {
                            try writer.startRow(columns: 1)
                            try writer.integer(-row)
                        }
                    }
                }
                try session.stream("SELECT generate_series(1, 20)") { _ = try $0.integer(0) }
            }
            return (outcome, true)
        } catch let error as DatabaseError {
            switch error.kind {
            case .connectionFailed, .connectionLost: break
            case .outcomeUnknown: outcome = .unknown
            default: Issue.record("cut after \(number) bytes: \(error.kind) \(error)")
            }
        } catch { Issue.record(error) }
        return (outcome, false)
    }
}
