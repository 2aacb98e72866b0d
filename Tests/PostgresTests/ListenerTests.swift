import Postgres
import TestSupport
import Testing

@Suite("Listening", .ownDatabase, .timeLimit(.minutes(10))) struct ListenerTests {
    let connection = OwnDatabase.connection
    let listeners = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"

    @Test(
        "the bell rings when listening begins and for every notification after",
        arguments: ["things", "Odd \"name'"]
    )
    func rings(channel: String) async throws {
        var rings = OwnDatabase.listener.rings(on: channel).makeAsyncIterator()
        #expect(await rings.next() != nil)
        for _ in 0..<3 {
            try await connection.use { _ = try $0.run("SELECT pg_notify($1, 'hello')", [.text(channel)]) }
            #expect(await rings.next() != nil)
        }
    }

    @Test("a listener whose session is ended connects again and rings")
    func reconnects() async throws {
        var rings = OwnDatabase.listener.rings(on: "things").makeAsyncIterator()
        #expect(await rings.next() != nil)
        try await connection.use { session in
            _ = try session.run(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN%'
                """
            )
        }
        #expect(await rings.next() != nil)
        try await connection.use { _ = try $0.run("SELECT pg_notify('things', '')") }
        #expect(await rings.next() != nil)
    }

    @Test("the session ends with its reader")
    func ends() async throws {
        let (started, continuation) = AsyncStream.makeStream(of: Void.self)
        let reader = Task {
            for await _ in OwnDatabase.listener.rings(on: "things") { continuation.yield() }
        }
        for await _ in started { break }
        reader.cancel()
        await reader.value
        while try await connection.use({ try $0.run(listeners).single { try $0.integer(0) } }) > 0 {}
    }

    @Test("a server that cannot be reached is reported, and waiting for it ends with the reader")
    func unreachable() async throws {
        let (failures, continuation) = AsyncStream.makeStream(of: DatabaseError.self)
        let reader = Task {
            let listener = Listener(
                "host=127.0.0.1 port=1",
                backoff: Backoff(first: .milliseconds(1), cap: .seconds(600))
            )
            for await _ in listener.rings(on: "things", report: { continuation.yield($0) }) {}
        }
        var seen = 0
        for await failure in failures {
            #expect(failure.kind == .connectionFailed)
            seen += 1
            if seen == 3 { break }
        }
        reader.cancel()
        await reader.value
    }
}
