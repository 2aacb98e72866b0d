package import Hashing
import Model
package import Postgres

/// Takes deliveries in: a delivery, its records, its rejections and the feed's cursor commit together or not at all.
package struct DeliveryStore: Sendable {
    private let tokens: TokenKey

    package init(tokens: TokenKey) { self.tokens = tokens }

    /// Takes a file that was read. `read` writes its rows; an error of it undoes everything.
    ///
    /// - Throws: `DatabaseError`, and what `read` throws.
    package func take(
        _ header: DeliveryHeader,
        _ session: borrowing Session,
        read: (inout DeliveryRows, inout CopyWriter) throws -> Void
    ) throws -> DeliveryOutcome {
        try KeyMark.verify(tokens, region: header.region, session)
        try FeedStore.ensure(header, session)
        if let number = try known(header, session) { return try recognised(number, header, session) }
        let number = try insert(header, unreadable: nil, session)
        let table = RecordTable(header.kind)
        try session.run(Staging.create(for: table), [])
        var rows = DeliveryRows(
            encoder: RecordEncoder(table, tokens: tokens),
            straight: straight(to: table, header, delivery: number)
        )
        try session.copying { writer in
            try rows.begin(&writer)
            try read(&rows, &writer)
            try rows.end(&writer)
        }
        try rows.storeParts(of: number, region: header.region, session)
        let merge = Merge(
            table,
            region: header.region,
            delivery: number,
            exportedAt: header.exportedAt,
            receivedAt: header.receivedAt
        )
        if header.isNamedByContent { try merge.nameByContent(session) }
        let rejected = rows.rejections > 0 ? try merge.reject(session) : 0
        let tally = try merge.run(session, offered: rows.records, straight: rows.straightRecords)
        try show(header, as: number, session)
        let counts = DeliveryCounts(
            stored: tally.stored,
            revised: tally.revised,
            unchanged: tally.unchanged,
            rejected: rejected
        )
        try merge.note(disputedKeys: tally.disputedKeys, session)
        try finish(number, header, counts, touches: tally.stored + tally.revised + tally.lengthened > 0, session)
        return .taken(number: number, counts)
    }

    /// Of a register all keys must be staged, to be noted as shown; and rows without keys are named there.
    private func straight(to table: RecordTable, _ header: DeliveryHeader, delivery: Int64) -> StraightCopy? {
        guard !header.completeness.isSnapshot, !header.isNamedByContent else { return nil }
        let versionAt = header.exportedAt ?? header.receivedAt
        return StraightCopy(
            table,
            of: RecordOrigin(region: header.region, delivery: delivery, versionAt: versionAt)
        )
    }

    /// Records a file nothing could be read of.
    package func refuse(
        _ header: DeliveryHeader,
        because reason: String,
        cause: String,
        _ session: borrowing Session
    ) throws -> DeliveryOutcome {
        try FeedStore.ensure(header, session)
        if let number = try known(header, unreadable: reason, session) {
            return try recognised(number, header, session)
        }
        let number = try insert(header, unreadable: (reason, cause), session)
        try FeedStore.delivered(header, number: number, rejected: nil, session)
        try remember(header.source, delivery: number, header, session)
        return .unreadable(number: number, because: reason)
    }

    /// A known file moves the cursor, and says no more than that the feed is alive.
    private func recognised(
        _ number: Int64,
        _ header: DeliveryHeader,
        _ session: borrowing Session
    ) throws -> DeliveryOutcome {
        try FeedStore.heard(header, session)
        try remember(header.source, delivery: number, header, session)
        return .known(number: number)
    }

    private func insert(
        _ header: DeliveryHeader,
        unreadable: (reason: String, cause: String)?,
        _ session: borrowing Session
    ) throws -> Int64 {
        let number = try Counter.next("delivery", region: header.region, session)
        try session.run(
            """
            INSERT INTO docket.delivery (region, number, feed, kind, sha256, file_name, bytes, exported_at, received_at,
                unreadable, unreadable_cause, read, stored, revised, unchanged, rejected)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, 0, 0, 0)
            """,
            [
                .integer32(header.region), .integer(number), .text(header.feed), .text(header.kind.rawValue),
                .bytes(header.sha256), .text(header.fileName), .integer(header.bytes),
                .optional(instant: header.exportedAt?.microseconds), .instant(header.receivedAt.microseconds),
                .optional(text: unreadable?.reason), .optional(text: unreadable?.cause),
            ]
        )
        return number
    }

    private func finish(
        _ number: Int64,
        _ header: DeliveryHeader,
        _ counts: DeliveryCounts,
        touches isTouching: Bool,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            UPDATE docket.delivery SET read = $3, stored = $4, revised = $5, unchanged = $6, rejected = $7
            WHERE region = $1 AND number = $2
            """,
            [
                .integer32(header.region), .integer(number), .integer(counts.read), .integer(counts.stored),
                .integer(counts.revised), .integer(counts.unchanged), .integer(counts.rejected),
            ]
        )
        if isTouching {
            try session.run(
                "INSERT INTO docket.touched (region, delivery, kind, added) VALUES ($1, $2, $3, $4)",
                [
                    .integer32(header.region), .integer(number), .text(header.kind.rawValue),
                    .integer(counts.stored + counts.revised),
                ]
            )
        }
        try Repetition.note(header, session)
        try FeedStore.delivered(header, number: number, rejected: counts.rejected, session)
        try remember(header.source, delivery: number, header, session)
    }

    private func remember(
        _ source: SourceMark?,
        delivery: Int64,
        _ header: DeliveryHeader,
        _ session: borrowing Session
    ) throws {
        guard let source else { return }
        try MissedFiles.forget(source.name, feed: header.feed, region: header.region, session)
        try session.run(
            """
            INSERT INTO docket.source_file (region, feed, file_name, mark, delivery)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (region, feed, file_name) DO UPDATE SET mark = excluded.mark, delivery = excluded.delivery
            """,
            [
                .integer32(header.region), .text(header.feed), .text(source.name), .text(source.mark),
                .integer(delivery),
            ]
        )
    }
}
