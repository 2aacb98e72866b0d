import Model
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

    @Test("checks read the kinds of record, what is worked out of them and the law, and nothing else")
    func checks() async throws {
        let roles = try Repository.text("Deploy/roles.sql")
        let derived = [
            "stop", "stop_test", "link", "number_run", "presence", "snapshot", "feed", "rejection", "vanished_record",
            "threshold", "unit",
        ]
        try await OwnDatabase.connection.use { session in
            try session.rolledBack { session in
                try session.runScript(roles)
                let readable = try relations("has_table_privilege($1, c.oid, 'SELECT')", "docket_check", session)
                #expect(Set(readable) == Set(Kind.allCases.map(\.rawValue) + derived))
                let writable = try relations(
                    "has_table_privilege($1, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')",
                    "docket_check",
                    session
                )
                #expect(writable.isEmpty)
            }
        }
    }

    @Test("the SQL of a check can neither write, nor read what is not its own, nor go on for ever")
    func confined() async throws {
        let roles = try Repository.text("Deploy/roles.sql")
        try await OwnDatabase.connection.use { session in
            try session.rolledBack { session in
                try session.runScript(roles)
                #expect(try refusal(of: "SELECT * FROM docket.alert", session) == .insufficientPrivilege)
                #expect(try refusal(of: "SELECT raw FROM docket.rejection_raw", session) == .insufficientPrivilege)
                #expect(try refusal(of: "CREATE TEMPORARY TABLE x (n integer)", session) == .readOnlyTransaction)
                #expect(try refusal(of: "SELECT pg_sleep(10)", session) == .queryCancelled)
                // Afterwards everything is as it was.
                let after = try session.run(
                    "SELECT current_user::text, current_setting('transaction_read_only')"
                ).single { row in [try row.text(0), try row.text(1)] }
                #expect(after[0] != "docket_check")
                #expect(after[1] == "off")
                let role = try session.confined(asRole: "docket_check", using: "docket", milliseconds: 1000) {
                    session in
                    try session.run("SELECT current_user::text").single { row in try row.text(0) }
                }
                #expect(role == "docket_check")
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

    /// Why the server refuses what a check may not do; nil where it does not.
    private func refusal(of sql: String, _ session: borrowing Session) throws -> SQLState? {
        do {
            try session.confined(asRole: "docket_check", using: "docket", milliseconds: 100) { session in
                _ = try session.run(sql)
            }
            return nil
        } catch let error as DatabaseError {
            return error.sqlState
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
