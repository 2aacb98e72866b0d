package import Model
package import Postgres

/// What the database knows of each feed: its cursor, its completeness, its trouble.
package enum FeedStore {
    /// Makes sure the feed of a delivery exists, and that nobody else takes a file of it at the same time.
    static func ensure(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        try register(header.feed, kind: header.kind, serves: nil, region: header.region, session)
        try lock(header.feed, region: header.region, session)
    }

    /// Waits until nobody else takes a file of the feed or settles rejections of it, and lets nobody until the end of
    /// the transaction.
    package static func lock(_ feed: String, region: Int32, _ session: borrowing Session) throws {
        try session.run(
            "SELECT 1 FROM docket.feed WHERE region = $1 AND name = $2 FOR UPDATE",
            [.integer32(region), .text(feed)]
        )
    }

    /// Records a configured feed, or what changed about it.
    package static func register(
        _ name: String,
        kind: Kind,
        serves: [String]?,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            INSERT INTO docket.feed (region, name, kind, serves) VALUES ($1, $2, $3, coalesce($4, ARRAY[]::text[]))
            ON CONFLICT (region, name) DO UPDATE SET kind = excluded.kind, serves = excluded.serves
            WHERE $4 IS NOT NULL
            """,
            [.integer32(region), .text(name), .text(kind.rawValue), serves.map { .texts($0) } ?? .null]
        )
    }

    /// Whether the feed was ever recorded.
    package static func isKnown(_ name: String, region: Int32, _ session: borrowing Session) throws -> Bool {
        try session.run(
            "SELECT count(*) > 0 FROM docket.feed WHERE region = $1 AND name = $2",
            [.integer32(region), .text(name)]
        ).single { row in try row.flag(0) }
    }

    /// What a delivery proves of its feed.
    ///
    /// A clean one shows everything exported before it. A dirty or unreadable one shows nothing; of an increment it
    /// also holds the feed back at the last clean delivery before it, since no later one brings its rows again, until
    /// somebody sees to them: reads the same bytes after all, exports an unreadable file anew under its name and moment, or
    /// says that nothing is missing.
    static func delivered(
        _ header: DeliveryHeader,
        number: Int64,
        rejected: Int64?,
        _ session: borrowing Session
    ) throws {
        let isClean = rejected.map { $0 <= header.completeness.allowedRejections } ?? false
        if rejected != nil { try release(header, session) }
        if !isClean, !header.completeness.isSnapshot {
            try session.run(
                "UPDATE docket.delivery SET holds_back = true WHERE region = $1 AND number = $2",
                [.integer32(header.region), .integer(number)]
            )
        }
        try heard(header, session)
        try session.run(
            """
            UPDATE docket.feed SET proven_until = greatest(proven_until, $3) WHERE region = $1 AND name = $2 AND $4
            """,
            [
                .integer32(header.region), .text(header.feed), .optional(instant: header.exportedAt?.microseconds),
                .flag(isClean),
            ]
        )
        // Bytes from the archive come without a look at what waits: the next poll works it out.
        guard header.source != nil else { return }
        try settle(header.feed, header.completeness, region: header.region, session)
    }

    /// Something came, whatever it proves.
    static func heard(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.feed SET last_delivery_at = greatest(last_delivery_at, $3), trouble = NULL
            WHERE region = $1 AND name = $2
            """,
            [.integer32(header.region), .text(header.feed), .instant(header.receivedAt.microseconds)]
        )
    }

    /// Of a delivery nothing could be read of: a file of its name and moment came later that could be, and stands in its
    /// place. The repetition of another export stands in nobody's.
    ///
    /// - Parameter name: of the delivery in the statement.
    /// - Returns: the condition.
    static func isReplaced(_ name: String = "d") -> String {
        """
        EXISTS (SELECT FROM docket.delivery o
            WHERE o.region = \(name).region AND o.feed = \(name).feed AND o.exported_at = \(name).exported_at
                AND o.file_name = \(name).file_name AND o.received_at >= \(name).received_at AND o.unreadable IS NULL
                AND (o.repeats IS NULL OR o.released_at IS NOT NULL))
        """
    }

    /// Whether a delivery `d` holds its feed back now. `docket.feed_overview` asks the same.
    static let holdsBack = "(d.holds_back AND (d.unreadable IS NULL OR NOT \(isReplaced())))"

    /// Bytes that are read after all no longer hold the feed back for having been unreadable.
    private static func release(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.delivery SET holds_back = false
            WHERE region = $1 AND feed = $2 AND sha256 = $3 AND unreadable IS NOT NULL AND holds_back
            """,
            [.integer32(header.region), .text(header.feed), .bytes(header.sha256)]
        )
    }

    /// Notes why the last poll of a feed failed, or that it did not; also of one that never delivered anything.
    package static func note(
        _ trouble: String?,
        feed: String,
        kind: Kind,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        if trouble != nil { try register(feed, kind: kind, serves: nil, region: region, session) }
        try session.run(
            """
            UPDATE docket.feed SET trouble = $3
            WHERE region = $1 AND name = $2 AND trouble IS DISTINCT FROM $3
            """,
            [.integer32(region), .text(feed), .optional(text: trouble)]
        )
    }

    /// What was taken of the feed's source already, of those names: a folder that is cleared has had many more.
    package static func cursor(
        of names: [String],
        feed: String,
        region: Int32,
        _ session: borrowing Session
    ) throws -> Set<SourceMark> {
        let marks = try session.run(
            """
            SELECT file_name, mark FROM docket.source_file
            WHERE region = $1 AND feed = $2 AND file_name = ANY ($3) ORDER BY file_name
            """,
            [.integer32(region), .text(feed), .texts(names)]
        ).map { row in SourceMark(name: try row.text(0), mark: try row.text(1)) }
        return Set(marks)
    }

    /// What is remembered of a feed's source, by name.
    package static func marks(feed: String, region: Int32, _ session: borrowing Session) throws -> [String: String] {
        let marks = try session.run(
            "SELECT file_name, mark FROM docket.source_file WHERE region = $1 AND feed = $2 ORDER BY file_name",
            [.integer32(region), .text(feed)]
        ).map { row in (try row.text(0), try row.text(1)) }
        return Dictionary(marks, uniquingKeysWith: { first, _ in first })
    }

    /// The source said that nothing is new up to a time. It proves as much as the last delivery did: nothing where that
    /// was dirty or unreadable, or where there was none.
    package static func confirm(
        _ feed: String,
        until: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            UPDATE docket.feed SET proven_until = $3
            WHERE region = $1 AND name = $2 AND coalesce(proven_until, '-infinity') < $3
                AND EXISTS (SELECT FROM docket.delivery d WHERE d.region = $1 AND d.feed = $2)
                AND NOT EXISTS (SELECT FROM docket.delivery d
                    WHERE d.region = $1 AND d.feed = $2
                        AND (d.exported_at > coalesce(proven_until, '-infinity') OR \(holdsBack)))
            """,
            [.integer32(region), .text(feed), .instant(until.microseconds)]
        )
    }

    /// Until when the feeds of a region are known complete, by name; those that are not at all are left out.
    package static func completeness(region: Int32, _ session: borrowing Session) throws -> [String: Instant] {
        let known = try session.run(
            """
            SELECT name, complete_until FROM docket.feed
            WHERE region = $1 AND complete_until IS NOT NULL ORDER BY name
            """,
            [.integer32(region)]
        ).map { row in (try row.text(0), Instant(microseconds: try row.instant(1))) }
        return Dictionary(known, uniquingKeysWith: { first, _ in first })
    }
}
