package import Model
package import Postgres

/// Gives the planner fresh figures before work that would be hopeless with old ones: the server's own round may be
/// minutes away.
package enum Statistics {
    /// Looks anew at the tables of records that changed by more than a tenth since they were last looked at.
    ///
    /// - Throws: `DatabaseError`.
    package static func refresh(stale kinds: [Kind], _ session: borrowing Session) throws {
        let tables = kinds.map { RecordTable($0).name }
        let stale = try session.run(
            """
            SELECT t.name FROM unnest($1::text[]) t (name)
            LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = t.name::regclass
            WHERE s.relid IS NULL OR coalesce(s.last_analyze, s.last_autoanalyze) IS NULL
                OR s.n_mod_since_analyze > s.n_live_tup / 10
            ORDER BY t.name
            """,
            [.texts(tables)]
        ).map { row in try row.text(0) }
        // The names are the program's own; they come back so that they are compared with what there is.
        for table in tables where stale.contains(table) { try session.run("ANALYZE \(table)") }
    }

    /// New rows from which on the figures the planner goes by are others.
    private static let bulk: Int64 = 10_000

    /// Looks anew at the tables that unreviewed deliveries brought much to. The deliveries themselves say how much: the
    /// server's own count of it is seconds late. Each is a transaction of its own, unless the caller has one.
    ///
    /// - Throws: `DatabaseError`.
    package static func refresh(after deliveries: [TouchedQuery.Delivery], _ session: borrowing Session) throws {
        let added = deliveries.reduce(into: [Kind: Int64]()) { $0[$1.kind, default: 0] += $1.added }
        for kind in Kind.allCases where added[kind, default: 0] >= bulk {
            try session.run("ANALYZE \(RecordTable(kind).name)")
        }
    }

    /// The tables a review writes.
    package enum Written: String, Sendable {
        case link, stop
        case stopTest = "stop_test"
    }

    /// Looks anew at those of the tables that this transaction wrote much of: the planner believes a table just filled
    /// empty, and would walk it whole for every stop.
    ///
    /// - Throws: `DatabaseError`.
    package static func refresh(_ tables: [Written], _ session: borrowing Session) throws {
        let written = try session.run(
            """
            SELECT x.relname::text FROM pg_catalog.pg_stat_xact_user_tables x
            WHERE x.schemaname = 'docket' AND x.n_tup_ins + x.n_tup_upd + x.n_tup_del >= $1 ORDER BY x.relname
            """,
            [.integer(bulk)]
        ).map { row in try row.text(0) }
        for table in tables where written.contains(table.rawValue) {
            try session.run("ANALYZE docket.\(table.rawValue)")
        }
    }
}
