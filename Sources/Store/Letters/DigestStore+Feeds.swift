package import Model
package import Postgres

extension DigestStore {
    /// The feeds and what became of every row they brought.
    package static func feeds(region: Int32, _ session: borrowing Session) throws -> [DigestFeed] {
        let vanished = try vanished(region: region, session)
        return try session.run(
            """
            SELECT f.name, f.kind, count(d.number), count(d.unreadable), coalesce(sum(d.read), 0)::bigint,
                coalesce(sum(d.stored), 0)::bigint, coalesce(sum(d.revised), 0)::bigint,
                coalesce(sum(d.unchanged), 0)::bigint, coalesce(sum(d.rejected), 0)::bigint, f.complete_until,
                f.last_delivery_at, count(*) FILTER (WHERE \(FeedStore.holdsBack)), f.trouble,
                coalesce(f.proven_until > coalesce(f.complete_until, '-infinity'), false),
                coalesce(sum(o.rows), 0)::bigint, f.health
            FROM docket.feed f LEFT JOIN docket.delivery d ON d.region = f.region AND d.feed = f.name
            LEFT JOIN (
                SELECT r.region, r.delivery, count(*) AS rows FROM docket.rejection r
                WHERE r.region = $1 AND r.settled_at IS NULL
                GROUP BY r.region, r.delivery) o ON o.region = d.region AND o.delivery = d.number
            WHERE f.region = $1
            GROUP BY f.region, f.name, f.kind, f.complete_until, f.last_delivery_at, f.trouble, f.proven_until, f.health
            ORDER BY f.name
            """,
            [.integer32(region)]
        ).map { row in
            let name = try row.text(0)
            return DigestFeed(
                name: name,
                kind: try row.word(1),
                deliveries: try row.integer(2),
                unreadable: try row.integer(3),
                read: try row.integer(4),
                stored: try row.integer(5),
                revised: try row.integer(6),
                unchanged: try row.integer(7),
                rejected: try row.integer(8),
                completeUntil: try row.optionalInstant(9).map { Instant(microseconds: $0) },
                holding: try row.integer(11),
                lastDelivery: try row.optionalInstant(10).map { Instant(microseconds: $0) },
                trouble: try row.optionalText(12),
                lagsBehindProof: try row.flag(13),
                rejectedOpen: try row.integer(14),
                missed: vanished[name]?.missed ?? 0,
                vanished: vanished[name]?.vanished ?? 0,
                symptoms: try row.optionalText(15)?.split(separator: "\n").map(String.init) ?? []
            )
        }
    }

    /// How many records are in the last exports of their registers no more, by feed: missed once, and confirmed.
    private static func vanished(
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String: (missed: Int64, vanished: Int64)] {
        let counts = try session.run(
            """
            SELECT feed, count(*) FILTER (WHERE state = 'missed'), count(*) FILTER (WHERE state = 'vanished')
            FROM docket.vanished_record WHERE region = $1 GROUP BY feed ORDER BY feed
            """,
            [.integer32(region)]
        ).map { row in (try row.text(0), (missed: try row.integer(1), vanished: try row.integer(2))) }
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }
}
