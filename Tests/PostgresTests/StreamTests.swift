import Postgres
import TestSupport
import Testing

@Suite("Streaming", .ownDatabase, .timeLimit(.minutes(10))) struct StreamTests {
    struct HadEnough: Error {}
    let connection = OwnDatabase.connection

    @Test("every row comes once and in order")
    func order() async throws {
        try await connection.use { session in
            var expected: Int64 = 0
            try session.stream("SELECT generate_series(1, $1)", [.integer(200_000)]) { row in
                expected += 1
                guard try row.integer(0) == expected else { throw HadEnough() }
            }
            #expect(expected == 200_000)
        }
    }

    @Test("an error in the body ends the reading and leaves the session usable")
    func bodyError() async throws {
        try await connection.use { (session) throws in
            var seen = 0
            #expect(throws: HadEnough.self) {
                // More rows than anybody would wait for.
                try session.stream("SELECT generate_series(1, 100000000000)") { _ in
                    seen += 1
                    if seen == 3 { throw HadEnough() }
                }
            }
            #expect(seen == 3)
            #expect(try session.run("SELECT 1").count == 1)
        }
    }

    @Test("an error in the body leaves the transaction around it intact")
    func bodyErrorInTransaction() async throws {
        try await connection.use { session in
            try session.runScript("CREATE TABLE kept (n bigint)")
            try session.transaction { session in
                try session.run("INSERT INTO kept VALUES (1)")
                #expect(throws: HadEnough.self) {
                    try session.stream("SELECT generate_series(1, 10000)") { _ in throw HadEnough() }
                }
            }
            #expect(try session.run("SELECT n FROM kept").count == 1)
        }
    }

    @Test("an error of the server half way is thrown after the rows before it")
    func serverError() async throws {
        try await connection.use { (session) throws in
            var seen = 0
            let error = #expect(throws: DatabaseError.self) {
                try session.stream("SELECT 1 / (500 - n) FROM generate_series(1, 1000) n") { _ in seen += 1 }
            }
            #expect(error?.kind == .statementFailed(SQLState(rawValue: "22012")))
            #expect(seen == 499)
            #expect(try session.run("SELECT 1").count == 1)
        }
    }

    @Test("a statement while the rows still come is refused, and the rows go on")
    func nested() async throws {
        try await connection.use { session in
            var seen = 0
            try session.stream("SELECT generate_series(1, 10)") { _ in
                let error = #expect(throws: DatabaseError.self) { try session.run("SELECT 1") }
                #expect(error?.kind == .misuse)
                seen += 1
            }
            #expect(seen == 10)
        }
    }

    @Test("no rows are no error")
    func empty() async throws {
        try await connection.use { session in
            try session.stream("SELECT 1 WHERE false") { _ in Issue.record("a row came") }
        }
    }
}
