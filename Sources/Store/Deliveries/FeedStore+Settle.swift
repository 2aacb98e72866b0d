import Model
package import Postgres

extension FeedStore {
    /// Works out until when a feed is complete: as far as clean deliveries prove, but not past rows nobody has seen to,
    /// nor past a file that waits to be taken or could not be, nor past a gap in the rhythm the feed is to keep, nor past
    /// a day that brought suspiciously little: what was not brought is no proof that there was nothing. Rows that come
    /// late heal such a day, and so does a person's word that it was quiet; of a register its next whole export does. Nor
    /// is a register complete past the last export that counts while the latest does not.
    ///
    /// - Throws: `DatabaseError`.
    package static func settle(
        _ feed: String,
        _ rule: CompletenessRule,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        if rule.isSnapshot {
            let judge = SnapshotJudge(feed: feed, region: region, allowedRejections: rule.allowedRejections)
            try judge.run(rule.shrinkage, session)
        }
        let doubted = try rule.volume.flatMap { volume in
            let volumes = try volumes(of: feed, isSnapshot: rule.isSnapshot, region: region, session)
            return volume.drops(in: volumes, isSnapshot: rule.isSnapshot).first.map { ChinaTime.startOfDay($0.day) }
        }
        try session.run(
            completion,
            [
                .integer32(region), .text(feed), .flag(rule.isSnapshot),
                .optional(instant: rule.waiting.flatMap(\.exportedAt)?.microseconds), .flag(rule.waiting != nil),
                .optional(integer: rule.rhythmSeconds), .optional(instant: doubted?.microseconds),
                .integer(rule.allowedRejections), .flag(rule.repetition == .doubt),
            ]
        )
    }

    /// Moves `complete_until`: not past the earliest of the bounds that what is missing, doubted or late sets.
    private static let completion = """
        WITH clean AS (
            SELECT d.exported_at AS at, lead(d.exported_at) OVER (ORDER BY d.exported_at) AS next
            FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND NOT d.holds_back AND d.exported_at IS NOT NULL AND NOT $3
                AND (d.repeats IS NULL OR d.released_at IS NOT NULL)),
        missing AS (
            SELECT coalesce(m.exported_at, '-infinity') AS at FROM docket.missed_file m
            WHERE m.region = $1 AND m.feed = $2 AND NOT $3
            UNION ALL
            SELECT coalesce(d.exported_at, '-infinity') FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND \(holdsBack)
            UNION ALL
            SELECT d.exported_at FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND \(Repetition.isOpen) AND $9 AND NOT $3
            UNION ALL
            SELECT coalesce($4::timestamptz, '-infinity') WHERE $5 AND NOT $3
            UNION ALL
            SELECT $7::timestamptz WHERE $7::timestamptz IS NOT NULL AND NOT $3),
        bounds AS (
            SELECT coalesce((SELECT max(c.at) FROM clean c WHERE c.at < m.at), '-infinity') AS at
            FROM (SELECT min(at) AS at FROM missing) m WHERE m.at IS NOT NULL
            UNION ALL
            SELECT coalesce((SELECT max(d.exported_at) FROM docket.delivery d
                WHERE d.region = $1 AND d.feed = $2 AND d.unreadable IS NULL AND \(provesAbsence)
                    AND d.exported_at < $7), '-infinity')
            WHERE $7::timestamptz IS NOT NULL AND $3
            UNION ALL
            SELECT coalesce((SELECT coalesce(s.confirmed_until, s.exported_at) FROM docket.snapshot s
                WHERE s.region = $1 AND s.feed = $2 AND s.counts
                ORDER BY s.exported_at DESC, s.delivery DESC LIMIT 1), '-infinity')
            WHERE $3 AND (SELECT s.counts IS NOT TRUE FROM docket.snapshot s
                WHERE s.region = $1 AND s.feed = $2 ORDER BY s.exported_at DESC LIMIT 1)
            UNION ALL
            SELECT coalesce(l.at, '-infinity') FROM (SELECT max(c.at) AS at FROM clean c) l
            WHERE EXISTS (SELECT FROM docket.delivery d
                WHERE d.region = $1 AND d.feed = $2 AND d.repeats IS NOT NULL AND d.released_at IS NULL
                    AND d.exported_at > coalesce(l.at, '-infinity'))
            UNION ALL
            SELECT min(c.at) FROM clean c WHERE c.next > c.at + $6 * interval '1 second')
        UPDATE docket.feed f SET complete_until = nullif(least(f.proven_until, b.at), '-infinity')
        FROM (SELECT min(at) AS at FROM bounds) b
        WHERE f.region = $1 AND f.name = $2
            AND f.complete_until IS DISTINCT FROM nullif(least(f.proven_until, b.at), '-infinity')
        """

    /// No more rows of a delivery `d` are rejected, and not seen to since, than `$8`.
    private static let provesAbsence = """
        (d.rejected <= $8 OR $8 >= (SELECT count(*) FROM docket.rejection r
            WHERE r.region = d.region AND r.delivery = d.number AND r.settled_at IS NULL))
        """

    /// How many rows came on each day, in order, by the time of export. An increment's last day is left out, for more of
    /// it may come; a register is judged by the last of each day's exports, and only the latest day counts.
    ///
    /// - Throws: `DatabaseError`.
    static func volumes(
        of feed: String,
        isSnapshot: Bool,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [DayVolume] {
        let volumes = try session.run(
            """
            SELECT floor(extract(epoch FROM d.exported_at + interval '8 hours') / 86400)::integer AS day,
                CASE WHEN $3 THEN (array_agg(d.read ORDER BY d.exported_at DESC, d.number DESC))[1]
                    ELSE sum(d.read)::bigint END
            FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND d.unreadable IS NULL AND d.exported_at IS NOT NULL
            GROUP BY 1 ORDER BY 1
            """,
            [.integer32(region), .text(feed), .flag(isSnapshot)]
        ).map { row in DayVolume(day: Day(number: try row.integer32(0)), rows: try row.integer(1)) }
        return isSnapshot ? volumes : volumes.dropLast()
    }
}
