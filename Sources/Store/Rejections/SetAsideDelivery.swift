package import Model
package import Postgres

/// A file that broke the process which reads it, and whether somebody has seen to it.
package struct SetAsideDelivery: Equatable, Sendable {
    package var feed: String
    /// Of the first attempt to read these bytes; later attempts are the same trouble.
    package var number: Int64
    package var fileName: String
    package var sha256: [UInt8]
    package var reason: String
    package var exportedAt: Instant?
    package var receivedAt: Instant
    package var fate: Fate

    /// What its alert speaks of, such as `breath-tests/17`.
    package var subject: String { "\(feed)/\(number)" }

    /// What became of it.
    package enum Fate: String, Sendable {
        case open
        /// The same bytes were read after all.
        case replayed
        /// A person said that nothing of it is missing.
        case discarded
        /// A later export of the whole register was read without a rejected row.
        case superseded
        /// The source exported it anew, under its name and moment.
        case replaced
    }

    /// Those of a feed, and of feeds that are set up no more, by number.
    ///
    /// - Parameters:
    ///   - feed: whose they are.
    ///   - others: all feeds that are set up.
    ///   - isSnapshot: whether each delivery of the feed holds everything, so that a later one supersedes it.
    ///   - region: of the feeds.
    ///   - session: to ask on.
    /// - Returns: one for the same bytes, however often they were refused.
    /// - Throws: `DatabaseError`.
    package static func all(
        feed: String,
        others: [String],
        isSnapshot: Bool,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [SetAsideDelivery] {
        try session.run(
            """
            SELECT l.feed, f.number, l.file_name, l.sha256, l.unreadable, l.exported_at, l.received_at,
                CASE WHEN EXISTS (
                        SELECT FROM docket.delivery r
                        WHERE r.region = f.region AND r.feed = f.feed AND r.sha256 = l.sha256 AND r.unreadable IS NULL)
                    THEN 'replayed'
                WHEN l.released_at IS NOT NULL THEN 'discarded'
                WHEN $3 AND l.feed = $2 AND EXISTS (
                        SELECT FROM docket.delivery s
                        WHERE s.region = f.region AND s.feed = f.feed AND s.unreadable IS NULL AND s.rejected = 0
                            AND s.exported_at > l.exported_at)
                    THEN 'superseded'
                WHEN \(FeedStore.isReplaced("l")) THEN 'replaced'
                ELSE 'open' END
            FROM (
                SELECT d.region, d.feed, d.sha256, min(d.number) AS number, max(d.number) AS last
                FROM docket.delivery d
                WHERE d.region = $1 AND d.unreadable_cause = 'crash' AND (d.feed = $2 OR d.feed <> ALL ($4))
                GROUP BY d.region, d.feed, d.sha256) f
            JOIN docket.delivery l ON l.region = f.region AND l.number = f.last
            ORDER BY f.number
            """,
            [.integer32(region), .text(feed), .flag(isSnapshot), .texts(others)]
        ).map { row in
            SetAsideDelivery(
                feed: try row.text(0),
                number: try row.integer(1),
                fileName: try row.text(2),
                sha256: try row.bytes(3),
                reason: try row.text(4),
                exportedAt: try row.optionalInstant(5).map { Instant(microseconds: $0) },
                receivedAt: Instant(microseconds: try row.instant(6)),
                fate: try row.word(7)
            )
        }
    }
}
