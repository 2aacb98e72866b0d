import Feeds
import Hashing
import Model
import Postgres
import Settings
import Store

/// What is noted of a thing that came, wherever it came from.
extension IntakePass {
    /// What is known of a delivery before a row of it is read.
    ///
    /// - Throws: `ArchiveFault` where the file is none of the archive.
    func header(
        _ name: String,
        _ mark: SourceMark,
        _ file: ArchivedFile,
        exportedAt: Instant?,
        receivedAt: Instant,
        _ completeness: CompletenessRule
    ) throws -> DeliveryHeader {
        guard let hash = Hex.bytes(file.sha256) else { throw ArchiveFault.unknown(hash: file.sha256) }
        return DeliveryHeader(
            region: feed.region,
            feed: feed.name,
            kind: feed.kind,
            sha256: hash,
            fileName: name,
            bytes: file.size,
            exportedAt: exportedAt,
            receivedAt: receivedAt,
            source: mark,
            completeness: completeness,
            isNamedByContent: feed.key == .row,
            showsFrom: showsFrom(exportedAt)
        )
    }

    /// From when on a snapshot of this moment shows what happened; nil where it shows everything.
    func showsFrom(_ exportedAt: Instant?) -> Instant? {
        guard let window = feed.windowSeconds else { return nil }
        return exportedAt.map { $0.adding(seconds: -window) }
    }

    /// Notes that a thing could not be taken until a person sees to it.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    func miss(
        _ name: String,
        exportedAt: Instant?,
        because reason: String,
        _ connection: Connection,
        now: Instant
    ) async throws {
        let feed = feed
        try await connection.use { session in
            try session.transaction { session in
                try FeedStore.register(feed.name, kind: feed.kind, serves: nil, region: feed.region, session)
                try MissedFiles.note(
                    name,
                    exportedAt: exportedAt,
                    because: reason,
                    feed: feed.name,
                    at: now,
                    region: feed.region,
                    session
                )
            }
        }
    }

    /// Works out until when the feed is complete, after a look at its source, in the caller's transaction.
    ///
    /// - Parameters:
    ///   - rule: of what waits there.
    ///   - session: in a transaction.
    /// - Returns: what a person must see to; nil where nothing is.
    /// - Throws: `DatabaseError`.
    func settle(_ rule: CompletenessRule, _ session: borrowing Session) throws -> String? {
        try FeedStore.settle(feed.name, rule, region: feed.region, session)
        return try MissedFiles.complaint(feed: feed.name, region: feed.region, session)
    }

    /// What it takes to prove the feed complete while some things, with these export times, are seen and not taken.
    func rule(waiting: [Instant?]) -> CompletenessRule {
        // Nothing is proven while one without a time waits.
        let first = waiting.contains(nil) ? .some(nil) : waiting.compactMap(\.self).min().map { $0 as Instant? }
        return CompletenessRule(
            isSnapshot: feed.contents == .snapshot,
            allowedRejections: feed.allowedRejections,
            rhythmSeconds: feed.contract.rhythmSeconds,
            volume: feed.volume,
            shrinkage: feed.shrinkage,
            repetition: feed.contract.repetition,
            waiting: first.map { CompletenessRule.Waiting(exportedAt: $0) }
        )
    }
}
