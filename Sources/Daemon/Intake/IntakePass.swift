package import Feeds
package import Hashing
package import Model
import Postgres
package import Settings
package import Store

/// Takes what a feed handed over, wherever it came from: each file in one transaction with its records, its rejections
/// and the cursor.
package struct IntakePass: Sendable {
    let feed: FeedDefinition
    let law: Law
    let archive: Archive
    let reading: ReadingPlace
    let store: DeliveryStore
    let replays: ReplayStore

    /// What to tell whoever watches.
    package enum Event: Sendable {
        case copying(feed: String, file: String, bytesDone: Int64, total: Int64)
        case reading(feed: String, file: String, bytesDone: Int64, total: Int64)
        case done(feed: String, file: String, DeliveryOutcome)
        /// Left for the next poll.
        case postponed(feed: String, file: String, why: String)
    }

    package init(
        _ feed: FeedDefinition,
        law: Law,
        archive: Archive,
        tokens: TokenKey,
        reading: ReadingPlace
    ) {
        self.feed = feed
        self.law = law
        self.archive = archive
        self.reading = reading
        store = DeliveryStore(tokens: tokens)
        replays = ReplayStore(tokens: tokens)
    }

    /// What one poll came to.
    package struct Poll: Equatable, Sendable {
        /// Deliveries that were new.
        package var taken = 0
        /// Files that may still grow.
        package var settling = 0
        /// What a person must see to; nil where nothing is.
        package var trouble: String?
        /// Whether the trouble may well pass in a moment, and nobody need see to it yet.
        package var isMomentary = false

        package init(taken: Int = 0, settling: Int = 0, trouble: String? = nil) {
            self.taken = taken
            self.settling = settling
            self.trouble = trouble
        }
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
                    try session.attempt(isRehearsal) { session in
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

extension Session {
    /// Runs `body` in a transaction, which a rehearsal undoes.
    func attempt<Value>(_ isRehearsal: Bool, _ body: (borrowing Session) throws -> Value) throws -> Value {
        isRehearsal ? try rolledBack(body) : try transaction(body)
    }
}
