import Postgres
import TestSupport
import Testing

/// Roles belong to the whole server, so what is granted here is undone again, in one transaction.
@Suite("Readers see what they should and change nothing", .ownDatabase)
struct ReaderTests {
    private static let closed: Set<String> = ["rejection_raw"]

    @Test("auditors and officers read everything but raw rows, and write nothing")
    func grants() async throws {
        let roles = try Repository.text("Deploy/roles.sql")
        try await OwnDatabase.connection.use { session in
            try session.rolledBack { session in
                try session.runScript(roles)
                for role in ["docket_reader", "docket_officer"] {
                    let unreadable = try relations("NOT has_table_privilege($1, c.oid, 'SELECT')", role, session)
                    #expect(Set(unreadable) == Self.closed, "\(role)")
                    let columns = try relations("has_any_column_privilege($1, c.oid, 'SELECT')", role, session)
                    #expect(Self.closed.isDisjoint(with: columns), "\(role)")
                    let writable = try relations(
                        "has_table_privilege($1, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')",
                        role,
                        session
                    )
                    #expect(writable.isEmpty, "\(role)")
                }
            }
        }
    }

    @Test("every view can be read with a reader's rights alone, and raw rows cannot")
    func views() async throws {
        let roles = try Repository.text("Deploy/roles.sql")
        try await OwnDatabase.connection.use { session in
            try session.rolledBack { session in
                try session.runScript(roles)
                let views = try relations("c.relkind = 'v' AND $1 <> ''", "docket_reader", session)
                try session.runScript("SET LOCAL ROLE docket_reader")
                #expect(views.count == 7)
                for view in views { _ = try session.run("SELECT * FROM docket.\(view)") }
                let error = #expect(throws: DatabaseError.self) {
                    try session.runScript("SELECT raw FROM docket.rejection_raw")
                }
                #expect(error?.kind == .statementFailed(.insufficientPrivilege))
            }
        }
    }

    /// Tables and views of which the condition on the role `$1` holds.
    private func relations(_ condition: String, _ role: String, _ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT c.relname::text FROM pg_class c
            WHERE c.relnamespace = 'docket'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND \(condition) ORDER BY 1
            """,
            [.text(role)]
        ).map { row in try row.text(0) }
    }
}
