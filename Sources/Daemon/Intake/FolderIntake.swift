import Feeds
import Hashing
import Model
import Postgres
import Settings
import Store

/// Takes what was laid into a feed's drop folder.
struct FolderIntake: Sendable {
    let pass: IntakePass
    let folder: DropFolder

    /// - Parameters:
    ///   - pass: of the feed, which takes each file.
    ///   - place: the feed's folder.
    /// - Throws: `UnreadableDelivery` where the feed's own pattern for export times is none.
    init(_ pass: IntakePass, _ place: FolderSource) throws {
        self.pass = pass
        folder = try DropFolder(place, exportTime: pass.feed.exportTime)
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
    func run(
        _ connection: Connection,
        looks: inout SettlingFiles,
        now: Instant,
        clock: Instant,
        report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> IntakePass.Poll {
        let feed = pass.feed
        let look = try folder.look(now: now)
        let names = look.candidates.map(\.name)
        let known = try await connection.use { session in
            try FeedStore.cursor(of: names, feed: feed.name, region: feed.region, session)
        }
        let atRest = Set(folder.settled(look, looks: &looks, now: clock).map(\.name))
        var left = look.candidates.filter { !known.contains(SourceMark($0)) }
        var poll = IntakePass.Poll()
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
        let pass = pass
        let complaint = try await connection.use { session in
            try session.transaction { try pass.settle(rule, $0) }
        }
        let cluttered = try await clear(look.candidates, connection)
        poll.trouble = complaint ?? cluttered ?? look.complaint
        return poll
    }

    func take(
        _ candidate: Candidate,
        beside others: [Candidate],
        _ connection: Connection,
        now: Instant,
        _ report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> DeliveryOutcome {
        let (feed, store) = (pass.feed, pass.store)
        let likely = try await connection.use { session in
            try store.hashes(ofSize: candidate.identity.size, feed: feed.name, region: feed.region, session)
        }
        let file = try pass.archive.take(
            candidate.path,
            expected: candidate.identity,
            likely: likely.map { Hex.text($0) }
        ) { done in
            try Task.checkCancellation()
            let total = candidate.identity.size
            report(.copying(feed: feed.name, file: candidate.name, bytesDone: done, total: total))
        }
        let header = try pass.header(
            candidate.name,
            SourceMark(candidate),
            file,
            exportedAt: candidate.exportedAt,
            receivedAt: now,
            rule(beside: others)
        )
        return try await pass.read(file, as: header, connection, report)
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
