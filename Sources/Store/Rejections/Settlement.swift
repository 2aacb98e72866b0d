package import Model
package import Postgres

/// Settles open rejections: by a person's word, or because they were replayed.
package enum Settlement {
    /// What was discarded of one delivery.
    package struct Discarded: Equatable, Sendable {
        package var delivery: Int64
        package var feed: String
        /// Rows; none where the file as a whole could not be read.
        package var rows: Int64
        /// Whether it no longer holds its feed back, and did before.
        package var isReleased: Bool
    }

    /// Discards open rejections, and files in doubt where the filter means whole deliveries: nothing of them is
    /// missing, or it came another way.
    ///
    /// The feeds are complete further at the next look at them, which knows what waits in their folders.
    ///
    /// - Parameters:
    ///   - filter: which of them.
    ///   - reason: why; for whoever reads it later.
    ///   - who: says so.
    ///   - now: when.
    ///   - allowed: how many open rejections a delivery of a feed may hold and still prove what is absent.
    ///   - passing: the feeds whose repetitions are passed over: of them nothing is claimed.
    ///   - region: whose they are.
    ///   - session: in the caller's transaction.
    /// - Returns: what was discarded, by delivery.
    /// - Throws: `DatabaseError`.
    package static func discard(
        _ filter: RejectionFilter,
        because reason: String,
        by who: String,
        at now: Instant,
        allowed: (_ feed: String) -> Int64,
        passing: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [Discarded] {
        let touched = try RejectionQuery.deliveries(filter, region: region, session)
        let files = try RejectionQuery.files(filter, passing: passing, region: region, session)
        // In one order, so that two people do not wait for each other.
        for feed in Set(touched.map(\.feed) + files.map(\.feed)).sorted() {
            try FeedStore.lock(feed, region: region, session)
        }
        var discarded: [Discarded] = []
        for delivery in touched {
            var own = filter
            own.delivery = delivery.number
            let rows = try discard(rows: own, because: reason, by: who, at: now, region: region, session)
            guard rows > 0 else { continue }
            let isReleased = try release(delivery, allowed: allowed(delivery.feed), session)
            discarded.append(
                Discarded(delivery: delivery.number, feed: delivery.feed, rows: rows, isReleased: isReleased)
            )
        }
        for file in files {
            guard let wasHolding = try discard(file, because: reason, by: who, at: now, region: region, session) else {
                continue
            }
            discarded.append(Discarded(delivery: file.delivery, feed: file.feed, rows: 0, isReleased: wasHolding))
        }
        return discarded
    }

    private static func discard(
        rows filter: RejectionFilter,
        because reason: String,
        by who: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws -> Int64 {
        try session.run(
            """
            WITH discarded AS (
                UPDATE docket.rejection r
                SET settled_at = $8, settlement = 'discarded', settled_by = $9, settled_because = $10
                FROM docket.delivery d
                WHERE r.region = $1 AND d.region = r.region AND d.number = r.delivery AND \(RejectionFilter.condition)
                RETURNING 1)
            SELECT count(*) FROM discarded
            """,
            filter.parameters(region: region) + [.instant(now.microseconds), .text(who), .text(reason)]
        ).single { row in try row.integer(0) }
    }

    /// Whether the file held its feed back; nil where somebody saw to it meanwhile.
    private static func discard(
        _ file: FileInDoubt,
        because reason: String,
        by who: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws -> Bool? {
        let wasHolding = try session.run(
            """
            SELECT holds_back OR repeats IS NOT NULL FROM docket.delivery
            WHERE region = $1 AND number = $2 AND released_at IS NULL
            """,
            [.integer32(region), .integer(file.delivery)]
        ).first { row in try row.flag(0) }
        guard let wasHolding else { return nil }
        // Of bytes that could not be read earlier attempts are of no more matter than the last.
        try session.run(
            """
            UPDATE docket.delivery d
            SET released_at = $3, released_by = $4, released_because = $5, holds_back = false
            FROM docket.delivery l
            WHERE l.region = $1 AND l.number = $2 AND d.region = l.region AND d.feed = l.feed AND d.sha256 = l.sha256
                AND (d.number = l.number OR (l.unreadable IS NOT NULL AND d.unreadable IS NOT NULL))
                AND d.released_at IS NULL
            """,
            [
                .integer32(region), .integer(file.delivery), .instant(now.microseconds), .text(who), .text(reason),
            ]
        )
        return wasHolding
    }

    /// Where no more rejections of a delivery are open than its feed allows, it proves what a clean one does.
    ///
    /// - Returns: whether it held its feed back until now.
    static func release(_ delivery: ArchivedDelivery, allowed: Int64, _ session: borrowing Session) throws -> Bool {
        let key: [Parameter] = [.integer32(delivery.region), .integer(delivery.number)]
        let open = try session.run(
            "SELECT count(*) FROM docket.rejection WHERE region = $1 AND delivery = $2 AND settled_at IS NULL",
            key
        ).single { row in try row.integer(0) }
        try Presence(region: delivery.region, feed: delivery.feed).reopen(delivery: delivery.number, session)
        guard open <= allowed else { return false }
        let released = try session.run(
            """
            WITH released AS (
                UPDATE docket.delivery SET holds_back = false
                WHERE region = $1 AND number = $2 AND holds_back
                RETURNING 1)
            SELECT count(*) FROM released
            """,
            key
        ).single { row in try row.integer(0) }
        try session.run(
            "UPDATE docket.feed SET proven_until = greatest(proven_until, $3) WHERE region = $1 AND name = $2",
            [
                .integer32(delivery.region), .text(delivery.feed),
                .optional(instant: delivery.exportedAt?.microseconds),
            ]
        )
        return released > 0
    }
}
