import Feeds
import Hashing
import Model
import Postgres
import Settings
import Store

extension IntakePass {
    /// Reads the rejected rows of a delivery again, from the archive and by today's settings.
    ///
    /// - Parameters:
    ///   - delivery: they came in.
    ///   - filter: which of its open rejections.
    ///   - who: replays them.
    ///   - now: when.
    ///   - connection: for the transaction.
    ///   - isRehearsal: whether all of it is undone again.
    ///   - report: told of the progress.
    /// - Returns: nil where none of them is open.
    /// - Throws: `UnreadableDelivery` where the file as a whole cannot be read by today's settings; `ArchiveFault`,
    ///   `DatabaseError`, `CancellationError`. Nothing is changed then.
    func replay(
        _ delivery: ArchivedDelivery,
        _ filter: RejectionFilter,
        by who: String,
        now: Instant,
        _ connection: Connection,
        isRehearsal: Bool,
        _ report: @Sendable (Event) -> Void
    ) async throws -> ReplayOutcome? {
        let (feed, replays) = (feed, replays)
        let file = try archive.kept(Hex.text(delivery.sha256))
        let reader = inHand(file, receivedAt: delivery.receivedAt)
        let terms = ReplayStore.Terms(
            who: who,
            now: now,
            isNamedByContent: feed.key == .row,
            allowed: feed.allowedRejections
        )
        return try await withoutActuallyEscaping(report) { report in
            try await connection.use { session in
                try session.attempt(isRehearsal) { session in
                    try replays.replay(delivery, filter, terms, session) { rows, writer in
                        _ = try reader.read(
                            part: { rows.note($0) },
                            each: { try rows.record($0, to: &writer) },
                            rejected: { rejection, _ in try rows.reject(rejection, to: &writer) },
                            progress: { done, total in
                                try Task.checkCancellation()
                                report(
                                    .reading(feed: feed.name, file: delivery.fileName, bytesDone: done, total: total)
                                )
                            }
                        )
                    }
                }
            }
        }
    }

    /// Takes a file nothing could be read of once more, from the archive and by today's settings: with its name, its
    /// bytes and its times, under a new number.
    ///
    /// - Throws: As `replay`.
    func takeAgain(
        _ delivery: ArchivedDelivery,
        _ connection: Connection,
        isRehearsal: Bool,
        _ report: @Sendable (Event) -> Void
    ) async throws -> DeliveryOutcome {
        let header = DeliveryHeader(
            region: delivery.region,
            feed: delivery.feed,
            kind: feed.kind,
            sha256: delivery.sha256,
            fileName: delivery.fileName,
            bytes: delivery.bytes,
            exportedAt: delivery.exportedAt,
            receivedAt: delivery.receivedAt,
            source: nil,
            completeness: rule(waiting: []),
            isNamedByContent: feed.key == .row,
            showsFrom: showsFrom(delivery.exportedAt)
        )
        let file = try archive.kept(Hex.text(delivery.sha256))
        return try await read(file, as: header, connection, isRehearsal: isRehearsal, report)
    }
}
