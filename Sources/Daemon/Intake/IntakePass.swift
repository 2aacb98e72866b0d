package import Feeds
package import Hashing
package import Model
package import Postgres
package import Settings
package import Store

/// Takes what a feed handed over: each file in one transaction with its records, its rejections and the cursor.
package struct IntakePass: Sendable {
    let feed: FeedDefinition
    let law: Law
    let archive: Archive
    let reading: ReadingPlace
    private let store: DeliveryStore
    let replays: ReplayStore
    /// Nil where the feed comes from a server.
    private let folder: DropFolder?

    /// What to tell whoever watches.
    package enum Event: Sendable {
        case copying(feed: String, file: String, bytesDone: Int64, total: Int64)
        case reading(feed: String, file: String, bytesDone: Int64, total: Int64)
        case done(feed: String, file: String, DeliveryOutcome)
        /// Left for the next poll.
        case postponed(feed: String, file: String, why: String)
    }

    /// - Throws: `UnreadableDelivery` where the feed's own pattern for export times is none.
    package init(
        _ feed: FeedDefinition,
        law: Law,
        archive: Archive,
        tokens: TokenKey,
        reading: ReadingPlace
    ) throws {
        self.feed = feed
        self.law = law
        self.archive = archive
        self.reading = reading
        store = DeliveryStore(tokens: tokens)
        replays = ReplayStore(tokens: tokens)
        if let place = feed.folder {
            folder = try DropFolder(place, exportTime: feed.exportTime)
        } else {
            folder = nil
        }
    }

    /// What one poll came to.
    package struct Poll: Equatable, Sendable {
        /// Deliveries that were new.
        package var taken = 0
        /// Files that may still grow.
        package var settling = 0
        /// What a person must see to; nil where nothing is.
        package var trouble: String?

        package init(taken: Int = 0, settling: Int = 0, trouble: String? = nil) {
            self.taken = taken
            self.settling = settling
            self.trouble = trouble
        }
    }

    /// Takes every file that is at rest and not known yet, the earliest export first.
    ///
    /// While an earlier export waits, is refused by the disk or by the database, later ones are taken all the same, but
    /// the feed is complete no further than what came before it.
    ///
    /// - Parameters:
    ///   - connection: the daemon's own, for this feed's transactions.
    ///   - looks: what earlier polls saw of files that still grew.
    ///   - now: what is written down as the time of receipt.
    ///   - clock: the time of this look, by which files are at rest; not the same as `now` in a run as of another day.
    ///   - report: told what became of each file.
    /// - Returns: what the poll came to.
    /// - Throws: `FolderFault`, `DatabaseError`, `CancellationError`.
    package func run(
        _ connection: Connection,
        looks: inout SettlingFiles,
        now: Instant,
        clock: Instant,
        report: @Sendable (Event) -> Void
    ) async throws -> Poll {
        let feed = feed
        let known = try await connection.use { try FeedStore.cursor(feed: feed.name, region: feed.region, $0) }
        guard let folder else { return Poll() }
        let look = try folder.look()
        let atRest = Set(folder.settled(look, looks: &looks, now: clock).map(\.name))
        var left = look.candidates.filter { !known.contains(SourceMark($0)) }
        var poll = Poll()
        poll.settling = left.count { !atRest.contains($0.name) }
        for candidate in left where atRest.contains(candidate.name) {
            try Task.checkCancellation()
            let others = left.filter { $0.name != candidate.name }
            switch try await attempt(candidate, beside: others, connection, now: now, report) {
            case .settled(let isNew):
                left = others
                poll.taken += isNew ? 1 : 0
            case .left: continue
            }
        }
        let rule = rule(beside: left)
        let complaint = try await connection.use { session in
            try session.transaction { session in
                try FeedStore.settle(feed.name, rule, region: feed.region, session)
                return try MissedFiles.complaint(feed: feed.name, region: feed.region, session)
            }
        }
        let cluttered = try await clear(look.candidates, folder, connection)
        poll.trouble = complaint ?? cluttered ?? look.complaint
        return poll
    }

    func take(
        _ candidate: Candidate,
        beside others: [Candidate],
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
        ) { done in
            try Task.checkCancellation()
            let total = candidate.identity.size
            report(.copying(feed: feed.name, file: candidate.name, bytesDone: done, total: total))
        }
        let header = try header(
            candidate.name,
            SourceMark(candidate),
            file,
            exportedAt: candidate.exportedAt,
            receivedAt: now,
            rule(beside: others)
        )
        return try await read(file, as: header, connection, report)
    }

    /// Reads an archived file into the database; what cannot be read at all is recorded as such.
    ///
    /// - Parameters:
    ///   - file: as the archive keeps it.
    ///   - header: what is known of the delivery.
    ///   - connection: for the transaction.
    ///   - isRehearsal: whether all of it is undone again.
    ///   - report: told of the progress.
    /// - Returns: what became of it.
    /// - Throws: `UnreadableDelivery` where not the file is at fault, but the system or the feed's definition.
    func read(
        _ file: ArchivedFile,
        as header: DeliveryHeader,
        _ connection: Connection,
        isRehearsal: Bool = false,
        _ report: @Sendable (Event) -> Void
    ) async throws -> DeliveryOutcome {
        let store = store
        let reader = inHand(file, receivedAt: header.receivedAt)
        return try await withoutActuallyEscaping(report) { report in
            do {
                return try await connection.use { session in
                    let outcome = try session.attempt(isRehearsal) { session in
                        try store.take(header, session) { rows, writer in
                            _ = try reader.read(
                                part: { rows.note($0) },
                                each: { try rows.record($0, to: &writer) },
                                rejected: { try rows.reject($0, raw: $1, to: &writer) },
                                progress: { done, total in
                                    try Task.checkCancellation()
                                    report(
                                        .reading(
                                            feed: header.feed,
                                            file: header.fileName,
                                            bytesDone: done,
                                            total: total
                                        )
                                    )
                                }
                            )
                        }
                    }
                    try Statistics.refresh(after: outcome, of: header.kind, session)
                    return outcome
                }
            } catch let unreadable as UnreadableDelivery where unreadable.cause.isOfTheFile {
                return try await connection.use { session in
                    try session.attempt(isRehearsal) {
                        try store.refuse(header, because: "\(unreadable)", cause: unreadable.cause.rawValue, $0)
                    }
                }
            }
        }
    }

    func inHand(_ file: ArchivedFile, receivedAt: Instant) -> DeliveryInHand {
        switch reading {
        case .here: .here(DeliveryReader(feed: feed, law: law, receivedAt: receivedAt), file)
        case .process(let program):
            .process(
                ReadingProcess(
                    program: program,
                    job: ReadingJob(feed: feed, law: law, receivedAt: receivedAt, file: file)
                )
            )
        }
    }
}

extension SourceMark {
    /// A file of a folder: unchanged by these, it need not be read again.
    init(_ candidate: Candidate) {
        let identity = candidate.identity
        let numbers = [
            Int64(bitPattern: identity.device), Int64(bitPattern: identity.inode), identity.size, identity.modified,
            identity.changed,
        ]
        self.init(name: candidate.name, mark: numbers.map(String.init).joined(separator: ":"))
    }
}

extension Session {
    /// Runs `body` in a transaction, which a rehearsal undoes.
    func attempt<Value>(_ isRehearsal: Bool, _ body: (borrowing Session) throws -> Value) throws -> Value {
        isRehearsal ? try rolledBack(body) : try transaction(body)
    }
}
