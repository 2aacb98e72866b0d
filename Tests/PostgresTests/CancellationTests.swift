import Postgres
import TestSupport
import Testing

@Suite("Cancelling", .ownDatabase, .timeLimit(.minutes(10))) struct CancellationTests {
    let connection = OwnDatabase.connection
    let observer = OwnDatabase.connection

    @Test("cancelling the task breaks off the statement it runs")
    func breaksOff() async throws {
        let task = Task { [connection] in try await connection.use { _ = try $0.run("SELECT pg_sleep(600)") } }
        try await waitUntilRunning("SELECT pg_sleep(600)")
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await number("SELECT 1") == 1)
    }

    @Test("a cancelled task in the queue leaves the statement of another alone")
    func hitsOnlyItsOwn() async throws {
        let blocker = OwnDatabase.connection
        try await blocker.use { try $0.run("SELECT pg_advisory_lock(1)") }
        let running = Task { [connection] in
            try await connection.use { session in
                try session.run("SELECT pg_advisory_lock(1)")
                try session.run("SELECT pg_advisory_unlock(1)")
                return try session.run("SELECT 'finished'").single { try $0.text(0) }
            }
        }
        try await waitUntilRunning("SELECT pg_advisory_lock(1)")
        let waiting = Task { [connection] in try await connection.use { try $0.run("SELECT 2").count } }
        waiting.cancel()
        try await blocker.use { _ = try $0.run("SELECT pg_advisory_unlock(1)") }
        #expect(try await running.value == "finished")
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test("cancelling at any moment never hits the next statement", arguments: 1...20)
    func neverTheNext(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let rounds = Int.random(in: 0...3, using: &generator)
            let task = Task { [connection] in
                try await connection.use { session in
                    for _ in 0...rounds { _ = try session.run("SELECT count(*) FROM generate_series(1, 2000)") }
                }
            }
            for _ in 0..<Int.random(in: 0...30, using: &generator) { await Task.yield() }
            task.cancel()
            _ = await task.result
            #expect(try await number("SELECT 1") == 1)
        }
    }

    @Test("cancelling between statements rolls the transaction back")
    func rollsBack() async throws {
        try await connection.use { try $0.runScript("CREATE TABLE counted (n bigint)") }
        let task = Task { [connection] in
            try await connection.use { session in
                try session.transaction { session in
                    while true { try session.run("INSERT INTO counted VALUES ($1)", [.integer(1)]) }
                }
            }
        }
        while try await number("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'INSERT INTO counted%'") == 0 {}
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await number("SELECT count(*) FROM counted") == 0)
        let isSame = try await connection.use { try $0.run("SELECT 1").count == 1 }
        #expect(isSame)
    }

    @Test("a cancelled copy leaves nothing behind and the session usable")
    func cancelsCopy() async throws {
        try await connection.use { try $0.runScript("CREATE TABLE copied (n bigint)") }
        let before = try await connection.use { $0.processIdentifier }
        let task = Task { [connection] in
            try await connection.use { session in
                _ = try session.copy(into: "copied (n)") { writer in
                    while true {
                        try writer.startRow(columns: 1)
                        try writer.integer(1)
                    }
                }
            }
        }
        try await waitUntilRunning("COPY copied (n) FROM STDIN (FORMAT binary)")
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await connection.use { $0.processIdentifier } == before)
        #expect(try await number("SELECT count(*) FROM copied") == 0)
    }

    @Test("a cancelled task sends nothing")
    func sendsNothing() async throws {
        let task = Task { [connection] in
            try await connection.use { session in
                withUnsafeCurrentTask { $0?.cancel() }
                let error = #expect(throws: DatabaseError.self) { try session.run("SELECT 1") }
                #expect(error?.kind == .notSent)
                #expect(error?.isCancellation == true)
            }
        }
        try await task.value
    }

    @Test("a statement timeout is not taken for a cancellation")
    func timesOut() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in
                try session.limitStatements(toMilliseconds: 20)
                try session.run("SELECT pg_sleep(600)")
            }
        }
        #expect(error?.kind == .statementFailed(.queryCancelled))
        #expect(error?.isCancellation == false)
    }

    private func waitUntilRunning(_ sql: String) async throws {
        let asked = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = $1"
        while try await observer.use({ try $0.run(asked, [.text(sql)]).single { try $0.integer(0) } }) == 0 {}
    }

    private func number(_ sql: String) async throws -> Int64 {
        try await observer.use { try $0.run(sql).single { try $0.integer(0) } }
    }
}
