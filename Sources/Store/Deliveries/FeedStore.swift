package import Model
package import Postgres

/// What the database knows of each feed: its cursor, its completeness, its trouble.
package enum FeedStore {
    /// Makes sure the feed of a delivery exists, and that nobody else takes a file of it at the same time.
    static func ensure(_ header: DeliveryHeader, _ session: borrowing Session) throws {
        try register(header.feed, kind: header.kind, serves: nil, region: header.region, session)
        try session.run(
            "SELECT 1 FROM docket.feed WHERE region = $1 AND name = $2 FOR UPDATE",
            [.integer32(header.region), .text(header.feed)]
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

    /// What a delivery proves of its feed.
    ///
    /// A clean one shows everything exported before it. A dirty or unreadable one shows nothing; of an increment it
    /// also holds the feed back for good at the last clean delivery before it, since no later one brings its rows again.
    static func delivered(_ header: DeliveryHeader, rejected: Int64?, _ session: borrowing Session) throws {
        let isClean = rejected.map { $0 <= header.completeness.allowedRejections } ?? false
        let heldBackAt = isClean || header.completeness.isSnapshot ? nil : try proven(before: header, session)
        try session.run(
            """
            UPDATE docket.feed SET last_delivery_at = $3, trouble = NULL,
                held_back_at = least(held_back_at, $6::timestamptz),
                complete_until = nullif(least(
                    CASE WHEN $5 THEN greatest(complete_until, $4) ELSE complete_until END,
                    held_back_at, $6::timestamptz), '-infinity')
            WHERE region = $1 AND name = $2
            """,
            [
                .integer32(header.region), .text(header.feed), .instant(header.receivedAt.microseconds),
                .optional(instant: header.exportedAt?.microseconds), .flag(isClean), .optional(text: heldBackAt),
            ]
        )
    }

    /// The export of the last clean delivery before this one, as PostgreSQL writes it; `-infinity` where there is none.
    private static func proven(before header: DeliveryHeader, _ session: borrowing Session) throws -> String {
        try session.run(
            """
            SELECT coalesce(max(exported_at), '-infinity')::text FROM docket.delivery
            WHERE region = $1 AND feed = $2 AND unreadable IS NULL AND rejected <= $3
                AND ($4::timestamptz IS NULL OR exported_at < $4)
            """,
            [
                .integer32(header.region), .text(header.feed), .integer(header.completeness.allowedRejections),
                .optional(instant: header.exportedAt?.microseconds),
            ]
        ).single { row in try row.text(0) }
    }

    /// Notes why the last poll of a feed failed, or that it did not.
    package static func note(_ trouble: String?, feed: String, region: Int32, _ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE docket.feed SET trouble = $3
            WHERE region = $1 AND name = $2 AND trouble IS DISTINCT FROM $3
            """,
            [.integer32(region), .text(feed), .optional(text: trouble)]
        )
    }

    /// The files of a feed that were taken already.
    package static func cursor(feed: String, region: Int32, _ session: borrowing Session) throws -> Set<SourceFile> {
        let files = try session.run(
            """
            SELECT file_name, device, inode, bytes, modified, changed FROM docket.source_file
            WHERE region = $1 AND feed = $2 ORDER BY file_name
            """,
            [.integer32(region), .text(feed)]
        ).map { row in
            SourceFile(
                name: try row.text(0),
                device: try row.integer(1),
                inode: try row.integer(2),
                bytes: try row.integer(3),
                modified: try row.integer(4),
                changed: try row.integer(5)
            )
        }
        return Set(files)
    }

    /// Until when each feed of a region is known complete.
    package static func completeness(region: Int32, _ session: borrowing Session) throws -> [FeedStanding] {
        try session.run(
            "SELECT name, kind, serves, complete_until FROM docket.feed WHERE region = $1 ORDER BY name",
            [.integer32(region)]
        ).map { row in
            FeedStanding(
                name: try row.text(0),
                kind: try row.text(1),
                serves: try row.texts(2),
                completeUntil: try row.optionalInstant(3).map { Instant(microseconds: $0) }
            )
        }
    }
}

/// A feed, whom it speaks for, and until when it is complete.
package struct FeedStanding: Equatable, Sendable {
    package var name: String
    package var kind: String
    package var serves: [String]
    package var completeUntil: Instant?
}
