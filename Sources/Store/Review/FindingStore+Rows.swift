import Model
package import Postgres

/// How findings stand in their table.
extension FindingStore {
    static let columns = """
        SELECT f.check_id, f.subject, f.scope, f.unit, f.state, f.severity, f.band, f.since, f.due, f.provisional,
            f.answered, f.answered_at, f.waits, f.awaits, f.clock, f.pause, f.details, f.rule_version,
            f.law_version
        """

    /// What `row` reads of a row of `columns`.
    static func finding(_ row: borrowing Row) throws -> FindingRow {
        FindingRow(
            check: try row.text(0),
            subject: try row.text(1),
            scope: try row.text(2),
            unit: try row.text(3),
            state: try row.word(4),
            severity: try row.word(5),
            band: try row.text(6),
            since: Instant(microseconds: try row.instant(7)),
            due: Instant(microseconds: try row.instant(8)),
            isProvisional: try row.flag(9),
            isAnswered: try row.flag(10),
            answeredAt: try row.optionalInstant(11).map { Instant(microseconds: $0) },
            waits: try row.flag(12),
            awaits: try row.optionalText(13),
            clock: try row.optionalText(14),
            pause: try row.integer(15),
            details: try row.optionalText(16),
            ruleVersion: try row.text(17),
            lawVersion: try row.text(18)
        )
    }

    /// Puts findings in place of those of the same checks and subjects.
    ///
    /// - Throws: `DatabaseError`.
    package static func save(_ findings: [FindingRow], region: Int32, _ session: borrowing Session) throws {
        guard !findings.isEmpty else { return }
        try session.run(
            """
            INSERT INTO docket.finding (region, check_id, subject, scope, unit, state, severity, band, since, due,
                provisional, answered, answered_at, waits, awaits, clock, pause, details, rule_version, law_version)
            SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::timestamptz[], $10::timestamptz[], $11::boolean[], $12::boolean[],
                $13::timestamptz[], $14::boolean[], $15::text[], $16::text[], $17::bigint[], $18::text[],
                $19::text[], $20::text[]) n
            ON CONFLICT (region, check_id, subject) DO UPDATE SET scope = excluded.scope, unit = excluded.unit,
                state = excluded.state, severity = excluded.severity, band = excluded.band, since = excluded.since,
                due = excluded.due, provisional = excluded.provisional, answered = excluded.answered,
                answered_at = excluded.answered_at, waits = excluded.waits, awaits = excluded.awaits,
                clock = excluded.clock, pause = excluded.pause, details = excluded.details,
                rule_version = excluded.rule_version, law_version = excluded.law_version
            """,
            [.integer32(region)] + parameters(of: findings)
        )
    }

    private static func parameters(of findings: [FindingRow]) -> [Parameter] {
        [
            .texts(findings.map(\.check)), .texts(findings.map(\.subject)), .texts(findings.map(\.scope)),
            .texts(findings.map(\.unit)), .texts(findings.map(\.state.rawValue)),
            .texts(findings.map(\.severity.rawValue)), .texts(findings.map(\.band)),
            .instants(findings.map(\.since.microseconds)), .instants(findings.map(\.due.microseconds)),
            .flags(findings.map(\.isProvisional)), .flags(findings.map(\.isAnswered)),
            .optionalInstants(findings.map { $0.answeredAt?.microseconds }), .flags(findings.map(\.waits)),
            .optionalTexts(findings.map(\.awaits)), .optionalTexts(findings.map(\.clock)),
            .integers(findings.map(\.pause)), .optionalTexts(findings.map(\.details)),
            .texts(findings.map(\.ruleVersion)), .texts(findings.map(\.lawVersion)),
        ]
    }
}
