package import Model
package import Postgres

/// Keeps what is wrong with the feeds, as the last look at each found it.
package enum FeedHealth {
    /// Judges a feed by what is stored of it, and notes the outcome.
    ///
    /// - Returns: what it suffers from.
    /// - Throws: `DatabaseError`.
    @discardableResult
    package static func note(
        _ feed: String,
        _ contract: FeedContract,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [FeedSymptom] {
        let observed = try observe(feed, contract, region: region, session)
        let symptoms = FeedSymptom.all(of: observed, by: contract, at: now)
        let text = symptoms.isEmpty ? nil : symptoms.map(\.sentence).joined(separator: "\n")
        try session.run(
            "UPDATE docket.feed SET health = $3 WHERE region = $1 AND name = $2 AND health IS DISTINCT FROM $3",
            [.integer32(region), .text(feed), .optional(text: text)]
        )
        return symptoms
    }

    private static func observe(
        _ feed: String,
        _ contract: FeedContract,
        region: Int32,
        _ session: borrowing Session
    ) throws -> FeedObservation {
        var observed = FeedObservation()
        observed.lastExport = try lastExport(of: feed, region: region, session)
        observed.shrinkage = contract.isSnapshot ? try shrinkage(of: feed, contract, region: region, session) : nil
        observed.repetition = contract.repetition == .doubt ? try repetition(in: feed, region: region, session) : nil
        if contract.volume != nil {
            observed.volumes = try FeedStore.volumes(
                of: feed,
                isSnapshot: contract.isSnapshot,
                region: region,
                session
            )
        }
        try look(at: feed, region: region, session, into: &observed)
        return observed
    }

    private static func lastExport(of feed: String, region: Int32, _ session: borrowing Session) throws -> Instant? {
        try session.run(
            """
            SELECT CASE WHEN d.exported_at IS NULL THEN greatest(d.received_at, f.last_delivery_at) ELSE d.exported_at END
            FROM docket.feed f
            LEFT JOIN LATERAL (
                SELECT x.exported_at, x.received_at FROM docket.delivery x
                WHERE x.region = f.region AND x.feed = f.name
                ORDER BY coalesce(x.exported_at, x.received_at) DESC LIMIT 1) d ON true
            WHERE f.region = $1 AND f.name = $2
            """,
            [.integer32(region), .text(feed)]
        ).first { row in try row.optionalInstant(0).map { Instant(microseconds: $0) } } ?? nil
    }

    /// The latest delivery that could be read: its open rejections, its columns and those of the weeks before.
    private static func look(
        at feed: String,
        region: Int32,
        _ session: borrowing Session,
        into observed: inout FeedObservation
    ) throws {
        let key: [Parameter] = [.integer32(region), .text(feed)]
        let last = try session.run(
            """
            SELECT d.number, coalesce(d.exported_at, d.received_at),
                (SELECT count(*) FROM docket.rejection r
                 WHERE r.region = d.region AND r.delivery = d.number AND r.settled_at IS NULL), d.received_at
            FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND d.unreadable IS NULL
            ORDER BY coalesce(d.exported_at, d.received_at) DESC, d.number DESC LIMIT 1
            """,
            key
        ).first { row in
            let (number, at) = (try row.integer(0), try row.instant(1))
            return (number: number, at: at, rejected: try row.integer(2), received: try row.instant(3))
        }
        guard let last else { return }
        (observed.delivery, observed.rejected) = (last.number, last.rejected)
        observed.disputed = try disputed(in: feed, receivedUntil: last.received, region: region, session)
        let columns = try session.run(
            """
            SELECT c.name, bool_or(d.number = $3), bool_or(d.number <> $3)
            FROM docket.delivery d
            JOIN docket.delivery_part p ON p.region = d.region AND p.delivery = d.number
            CROSS JOIN LATERAL unnest(p.columns) c (name)
            WHERE d.region = $1 AND d.feed = $2 AND d.unreadable IS NULL
                AND coalesce(d.exported_at, d.received_at) > $4 - interval '56 days'
            GROUP BY c.name ORDER BY c.name
            """,
            key + [.integer(last.number), .instant(last.at)]
        ).map { row in (name: try row.text(0), isNow: try row.flag(1), wasBefore: try row.flag(2)) }
        observed.columns = columns.filter(\.isNow).map(\.name)
        observed.columnsBefore = columns.filter(\.wasBefore).map(\.name)
    }

    /// The latest delivery with disputed keys among those received within a day: several may come at once, and the last of
    /// them be a quiet one.
    private static func disputed(
        in feed: String,
        receivedUntil last: Int64,
        region: Int32,
        _ session: borrowing Session
    ) throws -> FeedObservation.DisputedKeys? {
        try session.run(
            """
            SELECT d.number, d.disputed_keys FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND d.disputed_keys > 0 AND d.received_at > $3 - interval '1 day'
            ORDER BY d.received_at DESC, d.number DESC LIMIT 1
            """,
            [.integer32(region), .text(feed), .instant(last)]
        ).first { row in
            FeedObservation.DisputedKeys(delivery: try row.integer(0), keys: try row.integer(1))
        }
    }

    private static func shrinkage(
        of feed: String,
        _ contract: FeedContract,
        region: Int32,
        _ session: borrowing Session
    ) throws -> FeedObservation.Shrinkage? {
        let judge = SnapshotJudge(feed: feed, region: region, allowedRejections: contract.allowedRejections)
        // Of one with rejected rows those are told.
        guard let latest = try judge.latest(session), latest.counted == false, latest.size.isSound else { return nil }
        return FeedObservation.Shrinkage(latest: latest.size, whole: try judge.base(before: latest.size.at, session))
    }

    private static func repetition(
        in feed: String,
        region: Int32,
        _ session: borrowing Session
    ) throws -> FeedObservation.Repetition? {
        try session.run(
            """
            SELECT d.number, d.repeats FROM docket.delivery d
            WHERE d.region = $1 AND d.feed = $2 AND \(Repetition.isOpen)
            ORDER BY d.exported_at LIMIT 1
            """,
            [.integer32(region), .text(feed)]
        ).first { row in
            FeedObservation.Repetition(delivery: try row.integer(0), original: try row.integer(1))
        }
    }
}
