import Synchronization
import TestSupport
import Testing

@testable import Postgres

@Suite("A server that falls silent", .ownDatabase, .timeLimit(.minutes(20))) struct SilentServerTests {
    @Test("the line stands and nothing comes: it is given up in the middle of a result, and the next use begins anew")
    func inTheMiddle() async throws {
        let proxy = try silentProxy()
        let connection = Connection("\(OwnDatabase.parameters) \(proxy.address)", label: "silent", silence: 1)
        proxy.budget.withLock { $0 = 200_000 }
        let received = Mutex(0)
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in
                try session.copyCSV(of: "SELECT generate_series(1, 1000000)") { row in
                    received.withLock { $0 += row.count }
                }
            }
        }
        // Of seven million bytes.
        #expect((1..<200_000).contains(received.withLock { $0 }))
        #expect(error?.kind == .connectionLost)
        #expect(error?.isTransient == true)
        #expect(error?.message == "the server has sent nothing for 1 s")
        proxy.budget.withLock { $0 = .max }
        #expect(try await connection.use { try $0.run("SELECT 7::bigint").single { try $0.integer(0) } } == 7)
    }

    @Test("a statement at work is silence too where a limit is set, and none where it is not")
    func atWork() async throws {
        let limited = Connection(OwnDatabase.parameters, label: "limited", silence: 1)
        let error = await #expect(throws: DatabaseError.self) {
            try await limited.use { session in
                try session.readOnlyTransaction { try $0.run("SELECT pg_sleep(100)") }
            }
        }
        #expect(error?.message == "the server has sent nothing for 1 s")
        try await Connection(OwnDatabase.parameters, label: "unlimited").use { try $0.run("SELECT pg_sleep(1.2)") }
    }

    private func silentProxy() throws -> CuttingProxy {
        let settings = try ConnectionInfo(OwnDatabase.parameters).settings
        return try CuttingProxy(
            host: settings["host"] ?? "/var/run/postgresql",
            port: settings["port"] ?? "5432",
            isSilent: true
        )
    }
}
