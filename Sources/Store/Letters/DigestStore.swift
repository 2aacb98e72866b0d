package import Model
package import Postgres

/// Keeps the digests, and reads what the next one must say.
package enum DigestStore {
    /// Number and time of the last digest of a region.
    package static func last(region: Int32, _ session: borrowing Session) throws -> (number: Int64, asOf: Instant)? {
        try session.run(
            "SELECT number, as_of FROM docket.digest WHERE region = $1 ORDER BY number DESC LIMIT 1",
            [.integer32(region)]
        ).first { row in (try row.integer(0), Instant(microseconds: try row.instant(1))) }
    }

    /// A digest as it was written, if there is one of that number.
    package static func digest(_ number: Int64, region: Int32, _ session: borrowing Session) throws -> DigestRow? {
        try session.run(
            """
            SELECT number, as_of, since, language, text, page, sha256 FROM docket.digest
            WHERE region = $1 AND number = $2
            """,
            [.integer32(region), .integer(number)]
        ).first(digest)
    }

    /// Digests that are not on the disk yet, in the order they were written.
    package static func notLaidOut(region: Int32, _ session: borrowing Session) throws -> [DigestRow] {
        try session.run(
            """
            SELECT number, as_of, since, language, text, page, sha256 FROM docket.digest
            WHERE region = $1 AND laid_out_at IS NULL ORDER BY number
            """,
            [.integer32(region)]
        ).map(digest)
    }

    /// Notes that the files of a digest are written.
    package static func markLaidOut(
        _ number: Int64,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        try session.run(
            "UPDATE docket.digest SET laid_out_at = $3 WHERE region = $1 AND number = $2",
            [.integer32(region), .integer(number), .instant(now.microseconds)]
        )
    }

    private static func digest(_ row: borrowing Row) throws -> DigestRow {
        DigestRow(
            number: try row.integer(0),
            asOf: Instant(microseconds: try row.instant(1)),
            since: try row.optionalInstant(2).map { Instant(microseconds: $0) },
            language: try row.word(3),
            text: try row.text(4),
            page: try row.text(5),
            sha256: try row.bytes(6)
        )
    }

    /// The number of the next digest of a region, taken for this transaction.
    ///
    /// - Throws: `DatabaseError`.
    package static func nextNumber(region: Int32, _ session: borrowing Session) throws -> Int64 {
        try Counter.next("digest", region: region, session)
    }

    /// Adds a digest; it is not on the disk yet.
    ///
    /// - Throws: `DatabaseError`.
    package static func save(_ digest: DigestRow, region: Int32, _ session: borrowing Session) throws {
        try session.run(
            """
            INSERT INTO docket.digest (region, number, as_of, since, language, text, page, sha256)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .integer32(region), .integer(digest.number), .instant(digest.asOf.microseconds),
                .optional(instant: digest.since?.microseconds), .text(digest.language.rawValue), .text(digest.text),
                .text(digest.page), .bytes(digest.sha256),
            ]
        )
    }

    /// Alerts that are open at `asOf`, or were closed after `since`.
    package static func alerts(
        closedAfter since: Instant?,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [LetterAlert] {
        try session.run(
            """
            SELECT a.year, a.number, a.check_id, a.subject, a.unit, a.severity, a.open, a.since, a.due, a.retrospective,
                a.closed_because, coalesce(e.at, a.opened_at)
            FROM docket.alert a
            LEFT JOIN LATERAL (
                SELECT max(x.at) AS at FROM docket.alert_event x
                WHERE x.region = a.region AND x.year = a.year AND x.number = a.number
                    AND x.event IN ('opened', 'reopened')) e ON true
            WHERE a.region = $1 AND (a.open OR $2::timestamptz IS NULL OR a.closed_at > $2)
            ORDER BY a.unit, a.due, a.year, a.number
            """,
            [.integer32(region), .optional(instant: since?.microseconds)]
        ).map { row in
            LetterAlert(
                number: AlertKey(region: region, year: try row.integer32(0), number: try row.integer(1)),
                check: try row.text(2),
                subject: try row.text(3),
                unit: try row.text(4),
                severity: try row.word(5),
                isOpen: try row.flag(6),
                since: Instant(microseconds: try row.instant(7)),
                due: Instant(microseconds: try row.instant(8)),
                isRetrospective: try row.flag(9),
                closedBecause: try row.optionalText(10),
                awaits: nil,
                raisedAt: Instant(microseconds: try row.instant(11))
            )
        }
    }

    /// Findings that cannot be decided yet, with what they wait for.
    ///
    /// - Throws: `DatabaseError`.
    package static func undetermined(region: Int32, _ session: borrowing Session) throws -> [LetterAlert] {
        try session.run(
            """
            SELECT check_id, subject, unit, severity, since, due, awaits FROM docket.finding
            WHERE region = $1 AND state = 'undetermined' ORDER BY unit, due, check_id, subject
            """,
            [.integer32(region)]
        ).map { row in
            let since = Instant(microseconds: try row.instant(4))
            return LetterAlert(
                number: nil,
                check: try row.text(0),
                subject: try row.text(1),
                unit: try row.text(2),
                severity: try row.word(3),
                isOpen: false,
                since: since,
                due: Instant(microseconds: try row.instant(5)),
                isRetrospective: false,
                closedBecause: nil,
                awaits: try row.optionalText(6),
                raisedAt: since
            )
        }
    }
}
