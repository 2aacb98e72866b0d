package import Model
package import Postgres

/// Notes which records of a register an export showed, as runs of exports in a row.
///
/// The runs follow from the times of the exports and what each showed, never from the order in which they came: an export
/// that comes late is put between its neighbours. An export with rejected rows takes part like any other, for what it
/// shows is shown; whether its lack of a record means anything is for `docket.vanished_record` to say.
package struct Presence {
    let region: Int32
    let feed: String

    /// - Parameters:
    ///   - region: whose register it is.
    ///   - feed: that brings it.
    package init(region: Int32, feed: String) {
        self.region = region
        self.feed = feed
    }

    /// Notes that the register is as its last export showed it, which confirms what that lacks as a second export would:
    /// once for each delivery, for more of it says nothing new but until when.
    ///
    /// - Parameters:
    ///   - moment: up to which the source says so.
    ///   - session: in a transaction.
    /// - Throws: `DatabaseError`.
    package func showAgain(at moment: Instant, _ session: borrowing Session) throws {
        try session.run(
            """
            INSERT INTO docket.snapshot (region, feed, exported_at, delivery, shows_from)
            SELECT s.region, s.feed, $3, s.delivery, $3 - (s.exported_at - s.shows_from)
            FROM docket.snapshot s
            JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery AND d.exported_at = s.exported_at
            WHERE s.region = $1 AND s.feed = $2 AND s.exported_at < $3
                AND s.exported_at = (SELECT max(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2)
                AND s.delivery = (SELECT max(number) FROM docket.delivery WHERE region = $1 AND feed = $2)
            ON CONFLICT (region, feed, exported_at, delivery) DO NOTHING
            """,
            [.integer32(region), .text(feed), .instant(moment.microseconds)]
        )
        try session.run(
            """
            UPDATE docket.snapshot s SET confirmed_until = $3
            WHERE s.region = $1 AND s.feed = $2 AND coalesce(s.confirmed_until, s.exported_at) < $3
                AND s.exported_at = (SELECT max(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2)
                AND s.delivery = (SELECT max(number) FROM docket.delivery WHERE region = $1 AND feed = $2)
            """,
            [.integer32(region), .text(feed), .instant(moment.microseconds)]
        )
    }

    /// Takes in an export, which shows the rows of the staging table. Costs two passes over their keys, and writes what
    /// differs from its neighbours.
    ///
    /// - Throws: `DatabaseError`.
    func take(exportedAt: Instant, from: Instant?, delivery: Int64, _ session: borrowing Session) throws {
        let isFirst = try session.run(
            "SELECT NOT EXISTS (SELECT FROM docket.snapshot WHERE region = $1 AND feed = $2 AND exported_at = $3)",
            [.integer32(region), .text(feed), .instant(exportedAt.microseconds)]
        ).single { row in try row.flag(0) }
        try session.run(
            """
            INSERT INTO docket.snapshot (region, feed, exported_at, delivery, shows_from) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (region, feed, exported_at, delivery) DO NOTHING
            """,
            [
                .integer32(region), .text(feed), .instant(exportedAt.microseconds), .integer(delivery),
                .optional(instant: from?.microseconds),
            ]
        )
        try reopen(from: exportedAt, session)
        let next = try following(exportedAt, session)
        // A second file of the same moment shows more of it; what it lacks the first may have shown.
        if isFirst { try end(exportedAt, next, session) }
        try begin(exportedAt, next, session)
    }

    /// Takes in rows of a delivery that could be read at last, for the moment it showed.
    ///
    /// - Throws: `DatabaseError`.
    func complete(delivery: Int64, _ session: borrowing Session) throws {
        // Before the same bytes of another moment were a delivery of their own, one could show several.
        let moments = try session.run(
            "SELECT exported_at FROM docket.snapshot WHERE region = $1 AND delivery = $2 ORDER BY exported_at",
            [.integer32(region), .integer(delivery)]
        ).map { row in Instant(microseconds: try row.instant(0)) }
        for moment in moments { try begin(moment, try following(moment, session), session) }
    }

    /// What counts is judged against what came before: of all from this moment on it is open again.
    private func reopen(from moment: Instant, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.snapshot SET counts = NULL
            WHERE region = $1 AND feed = $2 AND exported_at >= $3 AND counts IS NOT NULL
            """,
            [.integer32(region), .text(feed), .instant(moment.microseconds)]
        )
    }

    /// Has what a delivery showed judged anew, for rejected rows of it were seen to.
    ///
    /// - Throws: `DatabaseError`.
    func reopen(delivery: Int64, _ session: borrowing Session) throws {
        let first = try session.run(
            "SELECT min(exported_at) FROM docket.snapshot WHERE region = $1 AND delivery = $2",
            [.integer32(region), .integer(delivery)]
        ).single { row in try row.optionalInstant(0).map { Instant(microseconds: $0) } }
        if let first { try reopen(from: first, session) }
    }

    private func following(_ moment: Instant, _ session: borrowing Session) throws -> Instant? {
        try session.run(
            "SELECT min(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2 AND exported_at > $3",
            [.integer32(region), .text(feed), .instant(moment.microseconds)]
        ).single { row in try row.optionalInstant(0).map { Instant(microseconds: $0) } }
    }

    /// Ends the runs of records the export lacks; what followed it goes on as a run of its own.
    private func end(_ at: Instant, _ next: Instant?, _ session: borrowing Session) throws {
        try session.run(
            """
            WITH \(Self.shown),
            lost AS MATERIALIZED (
                SELECT p.key, p.since, p.gone_at FROM docket.presence p
                WHERE p.region = $1 AND p.feed = $2 AND p.since < $3 AND \(covering(next))
                    AND NOT EXISTS (SELECT FROM shown s WHERE s.key = p.key)),
            rest AS (
                INSERT INTO docket.presence (region, feed, key, since, gone_at)
                SELECT $1, $2, key, $4, gone_at FROM lost
                WHERE $4::timestamptz IS NOT NULL AND gone_at IS DISTINCT FROM $4)
            UPDATE docket.presence p SET gone_at = $3 FROM lost l
            WHERE p.region = $1 AND p.feed = $2 AND p.key = l.key AND p.since = l.since
            """,
            parameters(at, next)
        )
    }

    /// Begins a run for each record the export shows in none, joined to those beside it. Only rows of a replay can
    /// follow a run that ended at this very export.
    private func begin(_ at: Instant, _ next: Instant?, _ session: borrowing Session) throws {
        try session.run(
            """
            WITH \(Self.shown),
            news AS MATERIALIZED (
                SELECT key FROM shown
                EXCEPT
                SELECT p.key FROM docket.presence p
                WHERE p.region = $1 AND p.feed = $2 AND p.since <= $3 AND \(covering(next))),
            before AS MATERIALIZED (
                SELECT p.key, p.since FROM docket.presence p
                JOIN news n ON p.region = $1 AND p.feed = $2 AND p.key = n.key WHERE p.gone_at = $3),
            behind AS MATERIALIZED (
                SELECT p.key, p.gone_at FROM docket.presence p
                JOIN news n ON p.region = $1 AND p.feed = $2 AND p.key = n.key WHERE p.since = $4),
            swallowed AS (
                DELETE FROM docket.presence p USING before b, behind a
                WHERE p.region = $1 AND p.feed = $2 AND p.key = a.key AND p.since = $4 AND b.key = a.key),
            lengthened AS (
                UPDATE docket.presence p SET gone_at = e.gone_at
                FROM (SELECT b.key, b.since, CASE WHEN a.key IS NULL THEN $4::timestamptz ELSE a.gone_at END AS gone_at
                      FROM before b LEFT JOIN behind a ON a.key = b.key) e
                WHERE p.region = $1 AND p.feed = $2 AND p.key = e.key AND p.since = e.since),
            advanced AS (
                UPDATE docket.presence p SET since = $3 FROM behind a
                WHERE p.region = $1 AND p.feed = $2 AND p.key = a.key AND p.since = $4
                    AND NOT EXISTS (SELECT FROM before b WHERE b.key = a.key))
            INSERT INTO docket.presence (region, feed, key, since, gone_at)
            SELECT $1, $2, n.key, $3, $4 FROM news n
            WHERE NOT EXISTS (SELECT FROM before b WHERE b.key = n.key)
                AND NOT EXISTS (SELECT FROM behind a WHERE a.key = n.key)
            ORDER BY n.key
            """,
            parameters(at, next)
        )
    }

    private func parameters(_ at: Instant, _ next: Instant?) -> [Parameter] {
        [.integer32(region), .text(feed), .instant(at.microseconds), .optional(instant: next?.microseconds)]
    }

    private static let shown =
        "shown AS MATERIALIZED (SELECT DISTINCT key FROM \(Staging.name) WHERE \(Merge.isRead))"

    /// Of the last export it is known that no run ends behind it, which spares a look at all that ever ended.
    private func covering(_ next: Instant?) -> String {
        next == nil ? "p.gone_at IS NULL" : "(p.gone_at IS NULL OR p.gone_at > $3)"
    }
}
