package import Hashing
package import Model
package import Postgres

/// Gives rejected rows that can be read by now to the records, as part of the delivery they came in: with its number,
/// their line and bytes, and its time. What comes out is what taking the delivery by the mended settings would have given.
///
/// The delivery's own counts stay as they were; a replay has counts of its own.
package struct ReplayStore: Sendable {
    private let tokens: TokenKey

    package init(tokens: TokenKey) { self.tokens = tokens }

    /// Who replays, when, and by what rules.
    package struct Terms: Sendable {
        package var who: String
        package var now: Instant
        /// Rows carry no key of their own.
        package var isNamedByContent: Bool
        /// How many open rejections the delivery may hold and still prove what is absent.
        package var allowed: Int64

        package init(who: String, now: Instant, isNamedByContent: Bool, allowed: Int64) {
            self.who = who
            self.now = now
            self.isNamedByContent = isNamedByContent
            self.allowed = allowed
        }
    }

    /// Replays the open rejections of one delivery in the caller's transaction. `read` writes every row of the delivery.
    ///
    /// - Returns: nil where none of them is open: somebody else may have been quicker.
    /// - Throws: `KeyMismatch`, `DatabaseError`, and what `read` throws.
    package func replay(
        _ delivery: ArchivedDelivery,
        _ filter: RejectionFilter,
        _ terms: Terms,
        _ session: borrowing Session,
        read: (inout ReplayRows, inout CopyWriter) throws -> Void
    ) throws -> ReplayOutcome? {
        try KeyMark.verify(tokens, region: delivery.region, session)
        try FeedStore.lock(delivery.feed, region: delivery.region, session)
        let places = try RejectedPlaces(of: delivery, filter, session)
        guard places.chosen > 0 else { return nil }
        let table = RecordTable(delivery.kind)
        try session.run(Staging.create(for: table), [])
        var rows = ReplayRows(
            encoder: RecordEncoder(table, tokens: tokens),
            places: places,
            numbers: try parts(of: delivery, session)
        )
        _ = try session.copy(into: Staging.name) { writer in
            try read(&rows, &writer)
            try rows.finish(to: &writer)
        }
        try drop(rows.mixed, session)
        let merge = Merge(
            table,
            region: delivery.region,
            delivery: delivery.number,
            exportedAt: delivery.exportedAt,
            receivedAt: delivery.receivedAt
        )
        if terms.isNamedByContent { try merge.nameByContent(session) }
        let staged = try count(session)
        let tally = try merge.run(session, offered: staged.records)
        try Presence(region: delivery.region, feed: delivery.feed).complete(delivery: delivery.number, session)
        let counts = DeliveryCounts(
            stored: tally.stored,
            revised: tally.revised,
            unchanged: tally.unchanged,
            rejected: staged.failed
        )
        let number = try insert(counts, noRow: staged.absent, delivery, terms, session)
        try settle(delivery, filter, replay: number, terms, session)
        try merge.note(disputedKeys: tally.disputedKeys, session)
        if tally.stored + tally.revised + tally.lengthened > 0 { try touch(delivery, counts, session) }
        return ReplayOutcome(
            number: number,
            delivery: delivery.number,
            feed: delivery.feed,
            counts: counts,
            noRow: staged.absent,
            isReleased: try Settlement.release(delivery, allowed: terms.allowed, session)
        )
    }

    private func parts(of delivery: ArchivedDelivery, _ session: borrowing Session) throws -> [String: Int32] {
        let parts = try session.run(
            "SELECT coalesce(name, ''), part FROM docket.delivery_part WHERE region = $1 AND delivery = $2 ORDER BY part",
            [.integer32(delivery.region), .integer(delivery.number)]
        ).map { row in (try row.text(0), try row.integer32(1)) }
        return Dictionary(parts, uniquingKeysWith: { first, _ in first })
    }

    /// Takes records back that stand in a rejected row of which another part is rejected again.
    private func drop(_ mixed: [RejectedPlace], _ session: borrowing Session) throws {
        guard !mixed.isEmpty else { return }
        try session.run("CREATE INDEX ON pg_temp.\(Staging.name) (part, byte_from)")
        try session.run(
            """
            DELETE FROM \(Staging.name) s
            USING unnest($1::integer[], $2::bigint[], $3::bigint[]) m (part, byte_from, byte_end)
            WHERE s.part = m.part AND s.byte_from >= m.byte_from AND s.byte_from < m.byte_end AND s.reason IS NULL
            """,
            [.integers32(mixed.map(\.part)), .integers(mixed.map(\.byteFrom)), .integers(mixed.map(\.end))]
        )
    }

    private func count(_ session: borrowing Session) throws -> (records: Int64, failed: Int64, absent: Int64) {
        try session.run(
            """
            SELECT count(*) FILTER (WHERE reason IS NULL),
                count(*) FILTER (WHERE reason NOT IN ('\(Staging.aside)', '\(Staging.absent)')),
                count(*) FILTER (WHERE reason = '\(Staging.absent)')
            FROM \(Staging.name)
            """
        ).single { row in (try row.integer(0), try row.integer(1), try row.integer(2)) }
    }

    private func insert(
        _ counts: DeliveryCounts,
        noRow: Int64,
        _ delivery: ArchivedDelivery,
        _ terms: Terms,
        _ session: borrowing Session
    ) throws -> Int64 {
        let number = try Counter.next("replay", region: delivery.region, session)
        try session.run(
            """
            INSERT INTO docket.replay (region, number, delivery, at, who, read, stored, revised, unchanged, rejected,
                no_row)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .integer32(delivery.region), .integer(number), .integer(delivery.number),
                .instant(terms.now.microseconds), .text(terms.who), .integer(counts.read), .integer(counts.stored),
                .integer(counts.revised), .integer(counts.unchanged), .integer(counts.rejected), .integer(noRow),
            ]
        )
        return number
    }

    private func touch(
        _ delivery: ArchivedDelivery,
        _ counts: DeliveryCounts,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            INSERT INTO docket.touched AS t (region, delivery, kind, added) VALUES ($1, $2, $3, $4)
            ON CONFLICT (region, delivery) DO UPDATE SET added = t.added + excluded.added
            """,
            [
                .integer32(delivery.region), .integer(delivery.number), .text(delivery.kind.rawValue),
                .integer(counts.stored + counts.revised),
            ]
        )
    }
}
