package import Model
package import Postgres

/// Keeps what the checks say now.
package enum FindingStore {
    /// The findings of a check that hang on any of these subjects under review, or speak of any of them.
    ///
    /// - Throws: `DatabaseError`.
    package static func findings(
        of check: String,
        scopes: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [FindingRow] {
        guard !scopes.isEmpty else { return [] }
        return try session.run(
            """
            \(columns) FROM unnest($3::text[]) w (scope)
            JOIN docket.finding f ON f.region = $1 AND f.check_id = $2 AND f.scope = w.scope
            ORDER BY f.subject
            """,
            [.integer32(region), .text(check), .texts(scopes)]
        ).map { row in try finding(row) }
    }

    /// Every finding of a check.
    ///
    /// - Throws: `DatabaseError`.
    package static func findings(
        of check: String,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [FindingRow] {
        try session.run(
            "\(columns) FROM docket.finding f WHERE f.region = $1 AND f.check_id = $2 ORDER BY f.subject",
            [.integer32(region), .text(check)]
        ).map { row in try finding(row) }
    }

    /// Findings that time, or what the feeds prove, may change by `now`: a late dirty delivery takes proof back.
    package static func pending(due now: Instant, region: Int32, _ session: borrowing Session) throws -> [FindingRow] {
        try session.run(
            """
            \(columns) FROM docket.finding f
            WHERE f.region = $1 AND f.state <> 'holds' AND f.due <= $2
            ORDER BY f.check_id, f.subject
            """,
            [.integer32(region), .instant(now.microseconds)]
        ).map { row in try finding(row) }
    }

    /// What findings of these checks hang on.
    ///
    /// - Throws: `DatabaseError`.
    package static func scopes(of checks: [String], region: Int32, _ session: borrowing Session) throws -> [String] {
        guard !checks.isEmpty else { return [] }
        return try session.run(
            "SELECT DISTINCT scope FROM docket.finding WHERE region = $1 AND check_id = ANY ($2) ORDER BY scope",
            [.integer32(region), .texts(checks)]
        ).map { row in try row.text(0) }
    }

    /// Forgets findings of subjects a check no longer speaks of.
    ///
    /// - Throws: `DatabaseError`.
    package static func remove(
        _ subjects: [String],
        of check: String,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        guard !subjects.isEmpty else { return }
        try session.run(
            "DELETE FROM docket.finding WHERE region = $1 AND check_id = $2 AND subject = ANY ($3)",
            [.integer32(region), .text(check), .texts(subjects)]
        )
    }

    /// Why checks could not be run the last time, by check.
    package static func faults(region: Int32, _ session: borrowing Session) throws -> [String: String] {
        let faults = try session.run(
            "SELECT check_id, fault FROM docket.check_fault WHERE region = $1 ORDER BY check_id",
            [.integer32(region)]
        ).map { row in (try row.text(0), try row.text(1)) }
        return Dictionary(faults, uniquingKeysWith: { first, _ in first })
    }

    /// Sets down why a check could not be run, or that it could.
    package static func note(
        _ fault: String?,
        of check: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        guard let fault else {
            try session.run(
                "DELETE FROM docket.check_fault WHERE region = $1 AND check_id = $2",
                [.integer32(region), .text(check)]
            )
            return
        }
        try session.run(
            """
            INSERT INTO docket.check_fault AS f (region, check_id, fault, since) VALUES ($1, $2, $3, $4)
            ON CONFLICT (region, check_id) DO UPDATE SET fault = excluded.fault, since = excluded.since
            WHERE f.fault <> excluded.fault
            """,
            [.integer32(region), .text(check), .text(fault), .instant(now.microseconds)]
        )
    }

    /// Forgets the faults of checks that are no longer set up.
    package static func forgetFaults(butOf checks: [String], region: Int32, _ session: borrowing Session) throws {
        try session.run(
            "DELETE FROM docket.check_fault WHERE region = $1 AND NOT check_id = ANY ($2)",
            [.integer32(region), .texts(checks)]
        )
    }

    /// How the findings of each check stand: check, state, count.
    package static func census(region: Int32, _ session: borrowing Session) throws -> [(
        check: String, state: FindingState, count: Int64
    )] {
        try session.run(
            """
            SELECT check_id, state, count(*) FROM docket.finding WHERE region = $1
            GROUP BY check_id, state ORDER BY check_id, state
            """,
            [.integer32(region)]
        ).map { row in
            (try row.text(0), try row.word(1), try row.integer(2))
        }
    }
}
