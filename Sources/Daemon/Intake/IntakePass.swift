package import Feeds
package import Hashing
package import Model
package import Postgres
package import Settings
package import Store

/// Takes what a feed handed over: each file in one transaction with its records, its rejections and the cursor.
package struct IntakePass: Sendable {
    private let feed: FeedDefinition
    private let law: Law
    private let archive: Archive
    private let store: DeliveryStore
    private let folder: DropFolder

    /// What to tell whoever watches.
    package enum Event: Sendable {
        case reading(feed: String, file: String, bytesDone: Int64, total: Int64)
        case done(feed: String, file: String, DeliveryOutcome)
        /// Left for the next poll.
        case postponed(feed: String, file: String, why: String)
    }

    /// - Throws: `UnreadableDelivery` where the feed's own pattern for export times is none.
    package init(_ feed: FeedDefinition, law: Law, archive: Archive, tokens: TokenKey) throws {
        self.feed = feed
        self.law = law
        self.archive = archive
        store = DeliveryStore(tokens: tokens)
        folder = try DropFolder(feed)
    }

    /// Takes every file that is at rest and not known yet.
    ///
    /// - Parameters:
    ///   - connection: the daemon's own, for this feed's transactions.
    ///   - looks: what earlier polls saw of files that still grew.
    ///   - now: what is written down as the time of receipt.
    ///   - clock: the time of this look, by which files are at rest; not the same as `now` in a run as of another day.
    ///   - report: told what became of each file.
    /// - Returns: how many deliveries were new, how many files still have to settle, and what keeps a file from being
    ///   taken until a person sees to it.
    /// - Throws: `FolderFault`, `DatabaseError`, `CancellationError`.
    package func run(
        _ connection: Connection,
        looks: inout SettlingFiles,
        now: Instant,
        clock: Instant,
        report: @Sendable (Event) -> Void
    ) async throws -> (taken: Int, waiting: Int, trouble: String?) {
        let feed = feed
        let known = try await connection.use { try FeedStore.cursor(feed: feed.name, region: feed.region, $0) }
        let settled = try folder.settledFiles(looks: &looks, now: clock)
        let all = try folder.candidates()
        let waiting = all.count { candidate in
            !known.contains(SourceFile(candidate)) && !settled.contains { $0.name == candidate.name }
        }
        var (taken, trouble): (Int, String?) = (0, nil)
        for candidate in settled where !known.contains(SourceFile(candidate)) {
            try Task.checkCancellation()
            do {
                let outcome = try await take(candidate, connection, now: now, report)
                report(.done(feed: feed.name, file: candidate.name, outcome))
                if case .known = outcome { continue }
                taken += 1
            } catch let fault as ArchiveFault {
                if fault.isLasting { trouble = "\(fault)" }
                report(.postponed(feed: feed.name, file: candidate.name, why: "\(fault)"))
            }
        }
        return (taken, waiting, trouble)
    }

    private func take(
        _ candidate: Candidate,
        _ connection: Connection,
        now: Instant,
        _ report: @Sendable (Event) -> Void
    ) async throws -> DeliveryOutcome {
        let (feed, store) = (feed, store)
        let likely = try await connection.use { session in
            try store.hashes(ofSize: candidate.identity.size, feed: feed.name, region: feed.region, session)
        }
        let file = try archive.take(
            candidate.path,
            expected: candidate.identity,
            likely: likely.map { Hex.text($0) }
        )
        let header = try header(of: candidate, file, now: now)
        let reader = DeliveryReader(feed: feed, law: law)
        let name = feed.name
        return try await withoutActuallyEscaping(report) { report in
            do {
                return try await connection.use { session in
                    try session.transaction { session in
                        try store.take(header, session) { rows, writer in
                            _ = try reader.read(
                                file,
                                each: { try rows.record($0, to: &writer) },
                                rejected: { try rows.reject($0, raw: $1, to: &writer) },
                                progress: { done, total in
                                    try Task.checkCancellation()
                                    report(.reading(feed: name, file: candidate.name, bytesDone: done, total: total))
                                }
                            )
                        }
                    }
                }
            } catch let unreadable as UnreadableDelivery {
                return try await connection.use { session in
                    try session.transaction { try store.refuse(header, because: "\(unreadable)", $0) }
                }
            }
        }
    }

    private func header(of candidate: Candidate, _ file: ArchivedFile, now: Instant) throws -> DeliveryHeader {
        guard let hash = Hex.bytes(file.sha256) else { throw ArchiveFault.unknown(hash: file.sha256) }
        return DeliveryHeader(
            region: feed.region,
            feed: feed.name,
            kind: feed.kind,
            sha256: hash,
            fileName: candidate.name,
            bytes: file.size,
            exportedAt: candidate.exportedAt,
            receivedAt: now,
            source: SourceFile(candidate),
            completeness: CompletenessRule(
                isSnapshot: feed.contents == .snapshot,
                allowedRejections: feed.allowedRejections
            ),
            isNamedByContent: feed.key == .row
        )
    }
}

extension SourceFile {
    init(_ candidate: Candidate) {
        let identity = candidate.identity
        self.init(
            name: candidate.name,
            device: Int64(bitPattern: identity.device),
            inode: Int64(bitPattern: identity.inode),
            bytes: identity.size,
            modified: identity.modified,
            changed: identity.changed
        )
    }
}
