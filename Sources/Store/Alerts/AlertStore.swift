import Model
package import Postgres

/// Keeps alerts and their history.
package enum AlertStore {
    private static let columns = """
        SELECT a.year, a.number, a.check_id, a.subject, a.unit, a.severity, a.open, a.since, a.due, a.opened_at,
            a.closed_at, a.closed_because, a.remark, a.retrospective, a.rule_version, a.law_version, a.evidence
        """

    /// The alerts of a check about these subjects, open and closed.
    ///
    /// - Throws: `DatabaseError`.
    package static func alerts(
        of check: String,
        subjects: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [AlertRow] {
        guard !subjects.isEmpty else { return [] }
        return try session.run(
            """
            \(columns) FROM unnest($3::text[]) w (subject)
            JOIN docket.alert a ON a.region = $1 AND a.check_id = $2 AND a.subject = w.subject
            ORDER BY a.subject
            """,
            [.integer32(region), .text(check), .texts(subjects)]
        ).map { row in try alert(row, region) }
    }

    /// The alert of this number, or nil.
    ///
    /// - Throws: `DatabaseError`.
    package static func alert(_ key: AlertKey, _ session: borrowing Session) throws -> AlertRow? {
        try session.run(
            "\(columns) FROM docket.alert a WHERE a.region = $1 AND a.year = $2 AND a.number = $3",
            [.integer32(key.region), .integer32(key.year), .integer(key.number)]
        ).first { row in try alert(row, key.region) }
    }

    /// Open alerts of a region, by unit code, deadline and number.
    package static func open(region: Int32, _ session: borrowing Session) throws -> [AlertRow] {
        try session.run(
            "\(columns) FROM docket.alert a WHERE a.region = $1 AND a.open ORDER BY a.unit, a.due, a.year, a.number",
            [.integer32(region)]
        ).map { row in try alert(row, region) }
    }

    /// Opens an alert under the next number of its year.
    package static func insert(
        _ alert: AlertRow,
        region: Int32,
        _ session: borrowing Session
    ) throws -> AlertKey {
        let year = alert.number.year
        let number = try Counter.next("alert-\(year)", region: region, session)
        try session.run(
            """
            INSERT INTO docket.alert (region, year, number, check_id, subject, unit, severity, open, since, due,
                opened_at, closed_at, closed_because, remark, retrospective, rule_version, law_version, evidence)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18::text::json)
            """,
            [.integer32(region), .integer32(year), .integer(number), .text(alert.check), .text(alert.subject)]
                + state(alert)
        )
        return AlertKey(region: region, year: year, number: number)
    }

    /// Writes an alert as it stands now over how it stood; its history is kept apart.
    ///
    /// - Throws: `DatabaseError`.
    package static func update(_ alert: AlertRow, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.alert SET unit = $4, severity = $5, open = $6, since = $7, due = $8, opened_at = $9,
                closed_at = $10, closed_because = $11, remark = $12, retrospective = $13, rule_version = $14,
                law_version = $15, evidence = $16::text::json
            WHERE region = $1 AND year = $2 AND number = $3
            """,
            [.integer32(alert.number.region), .integer32(alert.number.year), .integer(alert.number.number)]
                + state(alert)
        )
    }

    /// Lets an alert speak of another subject: the one its trouble is now found with.
    package static func move(_ key: AlertKey, to subject: String, _ session: borrowing Session) throws {
        try session.run(
            "UPDATE docket.alert SET subject = $4 WHERE region = $1 AND year = $2 AND number = $3",
            [.integer32(key.region), .integer32(key.year), .integer(key.number), .text(subject)]
        )
    }

    /// Adds one step to the history of an alert.
    package static func append(
        _ event: AlertEventRow,
        to key: AlertKey,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            INSERT INTO docket.alert_event (region, year, number, sequence, at, event, severity, due, remark,
                rule_version, law_version, evidence)
            SELECT $1, $2, $3, coalesce(max(e.sequence), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11::text::json
            FROM docket.alert_event e WHERE e.region = $1 AND e.year = $2 AND e.number = $3
            """,
            [
                .integer32(key.region), .integer32(key.year), .integer(key.number), .instant(event.at.microseconds),
                .text(event.event), .text(event.severity.rawValue), .instant(event.due.microseconds),
                .optional(text: event.remark), .text(event.ruleVersion), .text(event.lawVersion), .text(event.evidence),
            ]
        )
    }

    /// The steps of an alert, the first one first.
    ///
    /// - Throws: `DatabaseError`.
    package static func history(_ key: AlertKey, _ session: borrowing Session) throws -> [AlertEventRow] {
        try session.run(
            """
            SELECT at, event, severity, due, remark, rule_version, law_version, evidence FROM docket.alert_event
            WHERE region = $1 AND year = $2 AND number = $3 ORDER BY sequence
            """,
            [.integer32(key.region), .integer32(key.year), .integer(key.number)]
        ).map { row in
            AlertEventRow(
                at: Instant(microseconds: try row.instant(0)),
                event: try row.text(1),
                severity: try row.word(2),
                due: Instant(microseconds: try row.instant(3)),
                remark: try row.optionalText(4),
                ruleVersion: try row.text(5),
                lawVersion: try row.text(6),
                evidence: try row.text(7)
            )
        }
    }

    private static func state(_ alert: AlertRow) -> [Parameter] {
        [
            .text(alert.unit), .text(alert.severity.rawValue), .flag(alert.isOpen), .instant(alert.since.microseconds),
            .instant(alert.due.microseconds), .instant(alert.openedAt.microseconds),
            .optional(instant: alert.closedAt?.microseconds), .optional(text: alert.closedBecause),
            .optional(text: alert.remark),
            .flag(alert.isRetrospective), .text(alert.ruleVersion), .text(alert.lawVersion), .text(alert.evidence),
        ]
    }

    private static func alert(_ row: borrowing Row, _ region: Int32) throws -> AlertRow {
        AlertRow(
            number: AlertKey(region: region, year: try row.integer32(0), number: try row.integer(1)),
            check: try row.text(2),
            subject: try row.text(3),
            unit: try row.text(4),
            severity: try row.word(5),
            isOpen: try row.flag(6),
            since: Instant(microseconds: try row.instant(7)),
            due: Instant(microseconds: try row.instant(8)),
            openedAt: Instant(microseconds: try row.instant(9)),
            closedAt: try row.optionalInstant(10).map { Instant(microseconds: $0) },
            closedBecause: try row.optionalText(11),
            remark: try row.optionalText(12),
            isRetrospective: try row.flag(13),
            ruleVersion: try row.text(14),
            lawVersion: try row.text(15),
            evidence: try row.text(16)
        )
    }
}
