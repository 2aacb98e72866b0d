import Postgres
import TestSupport
import Testing

@Suite("Transactions", .ownDatabase, .timeLimit(.minutes(10))) struct TransactionTests {
    struct GivesUp: Error {}
    let connection = OwnDatabase.connection

    init() async throws { try await connection.use { try $0.runScript("CREATE TABLE kept (n bigint PRIMARY KEY)") } }

    @Test("what an error interrupts is undone, and the session goes on")
    func undone() async throws {
        await #expect(throws: GivesUp.self) {
            try await connection.use { session in
                let before = session.processIdentifier
                defer { #expect(session.processIdentifier == before) }
                try session.transaction { session in
                    try insert(1, session)
                    throw GivesUp()
                }
            }
        }
        #expect(try await numbers() == [])
    }

    @Test("what is finished stays")
    func kept() async throws {
        let value = try await connection.use { session in
            try session.transaction(isolation: .serializable) { session in
                try insert(1, session)
                return "done"
            }
        }
        #expect(value == "done")
        #expect(try await numbers() == [1])
    }

    @Test("a dry run returns its value and leaves nothing")
    func dryRun() async throws {
        let seen = try await connection.use { session in
            try session.rolledBack { session in
                try session.transaction { try insert(1, $0) }
                return try session.run("SELECT n FROM kept").map { try $0.integer(0) }
            }
        }
        #expect(seen == [1])
        #expect(try await numbers() == [])
    }

    @Test("an inner transaction fails alone")
    func nesting() async throws {
        try await connection.use { session in
            try session.transaction { session in
                try insert(1, session)
                #expect(throws: DatabaseError.self) {
                    try session.transaction { session in
                        try insert(2, session)
                        try insert(1, session)
                    }
                }
                try session.transaction { try insert(3, $0) }
                try session.rolledBack { try insert(4, $0) }
            }
        }
        #expect(try await numbers() == [1, 3])
    }

    @Test("a transaction whose failed statement was forgiven does not pass for committed")
    func forgiven() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in
                try session.transaction { session in
                    try insert(1, session)
                    _ = try? session.run("SELECT 1/0")
                }
            }
        }
        #expect(error?.kind == .statementFailed(.failedTransaction))
        #expect(try await numbers() == [])
    }

    @Test("a constraint checked at the end fails the commit")
    func deferred() async throws {
        try await connection.use { session in
            try session.runScript("CREATE TABLE child (n bigint REFERENCES kept DEFERRABLE INITIALLY DEFERRED)")
            let error = #expect(throws: DatabaseError.self) {
                try session.transaction { _ = try $0.run("INSERT INTO child VALUES (9)") }
            }
            #expect(error?.sqlState?.errorClass == "23")
            #expect(try session.run("SELECT 1").count == 1)
        }
    }

    @Test("a session that breaks while committing leaves the outcome unknown")
    func unknown() async throws {
        try await connection.use { session in
            try session.runScript(
                """
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION die();
                """
            )
        }
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in try session.transaction { try insert(1, $0) } }
        }
        #expect(error?.kind == .outcomeUnknown)
        #expect(try await numbers() == [])
    }

    @Test("a read-only transaction refuses to write and sees one unchanging view")
    func readOnly() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in try session.readOnlyTransaction { try insert(1, $0) } }
        }
        #expect(error?.isReadOnly == true)
        let level = try await connection.use { session in
            try session.readOnlyTransaction { try $0.run("SHOW transaction_isolation").single { try $0.text(0) } }
        }
        #expect(level == "repeatable read")
    }

    @Test("a lock admits one session at a time and is given back on error")
    func locking() async throws {
        await #expect(throws: GivesUp.self) {
            try await connection.use { try $0.locked(7, waiting: {}) { _ in throw GivesUp() } }
        }
        try await connection.use { session in
            let held = try session.run("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7")
            #expect(try held.single { try $0.integer(0) } == 0)
        }
    }

    private func insert(_ number: Int64, _ session: borrowing Session) throws {
        try session.run("INSERT INTO kept VALUES ($1)", [.integer(number)])
    }

    private func numbers() async throws -> [Int64] {
        try await connection.use { try $0.run("SELECT n FROM kept ORDER BY n").map { try $0.integer(0) } }
    }
}
