package import Model
package import Postgres

/// Keeps what the checks say now.
package enum FindingStore {
    private static let columns = """
        SELECT f.check_id, f.subject, f.unit, f.state, f.severity, f.since, f.due, f.answered, f.waits, f.awaits,
            f.rule_version
        """

    /// The findings of a check about these subjects, where there are any.
    ///
    /// - Throws: `DatabaseError`.
    package static func findings(
        of check: String,
        subjects: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [FindingRow] {
        guard !subjects.isEmpty else { return [] }
        return try session.run(
            """
            \(columns) FROM unnest($3::text[]) w (subject)
            JOIN docket.finding f ON f.region = $1 AND f.check_id = $2 AND f.subject = w.subject
            ORDER BY f.subject
            """,
            [.integer32(region), .text(check), .texts(subjects)]
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

    /// Every subject a check has said anything of.
    package static func subjects(of check: String, region: Int32, _ session: borrowing Session) throws -> [String] {
        try session.run(
            "SELECT subject FROM docket.finding WHERE region = $1 AND check_id = $2 ORDER BY subject",
            [.integer32(region), .text(check)]
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

    /// Puts findings in place of those of the same checks and subjects.
    ///
    /// - Throws: `DatabaseError`.
    package static func save(_ findings: [FindingRow], region: Int32, _ session: borrowing Session) throws {
        guard !findings.isEmpty else { return }
        try session.run(
            """
            INSERT INTO docket.finding (region, check_id, subject, unit, state, severity, since, due, answered, waits,
                awaits, rule_version)
            SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                $8::timestamptz[], $9::boolean[], $10::boolean[], $11::text[], $12::text[]) n
            ON CONFLICT (region, check_id, subject) DO UPDATE SET unit = excluded.unit, state = excluded.state,
                severity = excluded.severity, since = excluded.since, due = excluded.due,
                answered = excluded.answered, waits = excluded.waits, awaits = excluded.awaits,
                rule_version = excluded.rule_version
            """,
            [
                .integer32(region), .texts(findings.map(\.check)), .texts(findings.map(\.subject)),
                .texts(findings.map(\.unit)), .texts(findings.map(\.state.rawValue)),
                .texts(findings.map(\.severity.rawValue)), .instants(findings.map(\.since.microseconds)),
                .instants(findings.map(\.due.microseconds)), .flags(findings.map(\.isAnswered)),
                .flags(findings.map(\.waits)), .optionalTexts(findings.map(\.awaits)),
                .texts(findings.map(\.ruleVersion)),
            ]
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

    private static func finding(_ row: borrowing Row) throws -> FindingRow {
        FindingRow(
            check: try row.text(0),
            subject: try row.text(1),
            unit: try row.text(2),
            state: try row.word(3),
            severity: try row.word(4),
            since: Instant(microseconds: try row.instant(5)),
            due: Instant(microseconds: try row.instant(6)),
            isAnswered: try row.flag(7),
            waits: try row.flag(8),
            awaits: try row.optionalText(9),
            ruleVersion: try row.text(10)
        )
    }
}
