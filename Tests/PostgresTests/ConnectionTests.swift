import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("A connection", .ownDatabase, .timeLimit(.minutes(10))) struct ConnectionTests {
    let connection = OwnDatabase.connection

    @Test("a statement on a session the server ended tells that the connection is lost")
    func loss() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { try $0.run("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(error?.kind == .connectionLost)
        #expect(error?.isTransient == true)
        #expect(try await one() == 1)
    }

    @Test("a session that was ended while idle is replaced before it is lent again")
    func replacement() async throws {
        let first = try await connection.use { $0.processIdentifier }
        try await OwnDatabase.connection.use { session in
            _ = try session.run("SELECT pg_terminate_backend($1)", [.integer32(first)])
            let gone = "SELECT count(*) FROM pg_stat_activity WHERE pid = $1"
            while try session.run(gone, [.integer32(first)]).single({ try $0.integer(0) }) > 0 {}
        }
        let second = try await connection.use { session in
            try session.run("SELECT 1")
            return session.processIdentifier
        }
        #expect(second != first)
    }

    @Test("a session lost inside a transaction is replaced and its work is gone")
    func lossInTransaction() async throws {
        try await connection.use { try $0.runScript("CREATE TABLE kept (n bigint)") }
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in
                try session.transaction { session in
                    try session.run("INSERT INTO kept VALUES (1)")
                    try session.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
        }
        #expect(error?.kind == .connectionLost)
        #expect(try await connection.use { try $0.run("SELECT n FROM kept").count } == 0)
    }

    @Test("a session that was left inside a transaction is not lent again")
    func leftOpen() async throws {
        let first = try await connection.use { session in
            try session.runScript("BEGIN")
            return session.processIdentifier
        }
        let second = try await connection.use { $0.processIdentifier }
        #expect(first != second)
    }

    @Test("the session speaks UTF-8, UTC and ISO whatever the role's defaults are")
    func settings() async throws {
        let found = try await connection.use { session in
            try session.run(
                """
                SELECT current_setting('client_encoding'), current_setting('TimeZone'), current_setting('DateStyle'),
                    current_setting('standard_conforming_strings'), current_setting('application_name')
                """
            ).single { row in [try row.text(0), try row.text(1), try row.text(2), try row.text(3), try row.text(4)] }
        }
        #expect(found == ["UTF8", "UTC", "ISO, MDY", "on", "docket"])
    }

    @Test("a time zone the connection string asks for is left alone, one of the database is not")
    func askedTimeZone() async throws {
        let name = "SELECT current_setting('TimeZone')"
        let asked = Connection("\(OwnDatabase.parameters) options='-c TimeZone=America/New_York'", label: "zone")
        #expect(try await asked.use { try $0.run(name).single { try $0.text(0) } } == "America/New_York")
        try await connection.use { session in
            let database = try session.run("SELECT current_database()::text").single { try $0.text(0) }
            try session.runScript("ALTER DATABASE \(database) SET TimeZone = 'Asia/Tokyo'")
        }
        let other = Connection(OwnDatabase.parameters, label: "zone")
        #expect(try await other.use { try $0.run(name).single { try $0.text(0) } } == "UTC")
    }

    @Test("an address nobody answers at is tried again as often as told, with growing waits")
    func retrying() async throws {
        let connection = Connection("host=127.0.0.1 port=1 dbname=none", label: "nowhere")
        let waits = Mutex<[Duration]>([])
        let backoff = Backoff(first: .milliseconds(1), cap: .milliseconds(4))
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.connect(retrying: backoff, attempts: 4, using: SeededGenerator(seed: 1)) { _, delay in
                waits.withLock { $0.append(delay) }
            }
        }
        #expect(error?.kind == .connectionFailed)
        let told = waits.withLock { $0 }
        #expect(told.count == 3)
        #expect(zip(told, [1, 2, 4]).allSatisfy { $0 <= .milliseconds($1) && $0 >= .milliseconds($1) / 2 })
    }

    @Test("trying to connect ends with the task")
    func retryingIsCancelled() async throws {
        let (started, continuation) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            let connection = Connection("host=127.0.0.1 port=1 dbname=none", label: "nowhere")
            try await connection.connect(retrying: Backoff(first: .seconds(600), cap: .seconds(600))) { _, _ in
                continuation.yield()
            }
        }
        for await _ in started { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("connecting with retries leaves an open session behind")
    func retryingSucceeds() async throws {
        try await connection.connect(retrying: Backoff(), attempts: 1)
        #expect(try await one() == 1)
    }

    @Test("what another task does never runs inside a lent session", arguments: [16])
    func exclusiveness(tasks: Int) async throws {
        try await connection.use { try $0.runScript("CREATE TABLE turns (n bigint)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<tasks {
                group.addTask { [connection] in
                    try await connection.use { session in
                        try session.transaction { session in
                            let count = try session.run("SELECT count(*) FROM turns").single { try $0.integer(0) }
                            try session.run("INSERT INTO turns VALUES ($1)", [.integer(Int64(number))])
                            let later = try session.run("SELECT count(*) FROM turns").single { try $0.integer(0) }
                            #expect(later == count + 1)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await connection.use { try $0.run("SELECT n FROM turns").count } == tasks)
    }

    private func one() async throws -> Int64 {
        try await connection.use { try $0.run("SELECT 1").single { try $0.integer(0) } }
    }
}
