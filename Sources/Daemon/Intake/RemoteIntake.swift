import Feeds
import Fetching
package import Model
package import Postgres
import Settings
import Store
import Transport

/// Takes what a server hands over: each page, file or result in one transaction with its records and its mark.
///
/// It lives as long as its feed's definition, for it remembers what spares the source the next look.
package struct RemoteIntake: Sendable {
    private let feed: FeedDefinition
    private let pass: IntakePass
    private let fetcher: any Fetcher

    /// Nil where the feed comes from a folder.
    ///
    /// - Parameter pass: of the feed, which takes what was fetched.
    /// - Throws: `UnreadableDelivery` where the feed's own pattern for export times is none.
    init?(_ pass: IntakePass) throws {
        let (feed, archive) = (pass.feed, pass.archive)
        (self.feed, self.pass) = (feed, pass)
        switch feed.source {
        case .folder: return nil
        case .http(let source): fetcher = HTTPFetcher(feed, source, law: pass.law, archive: archive)
        case .sftp(let source), .ftp(let source): fetcher = try FileServerFetcher(feed, source, archive: archive)
        case .query(let source): fetcher = QueryFetcher(feed, source, archive: archive)
        }
    }

    /// Takes everything that is new, one thing after another; a fault leaves those taken before it taken.
    ///
    /// - Parameters:
    ///   - connection: for this feed's transactions.
    ///   - now: what is written down as the time of receipt.
    ///   - report: told what became of each thing.
    /// - Returns: what the poll came to; where the source is at fault, with the fault as its trouble.
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func run(
        _ connection: Connection,
        now: Instant,
        report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> IntakePass.Poll {
        let feed = feed
        var known = try await connection.use { session in
            try FeedStore.marks(feed: feed.name, region: feed.region, session)
        }
        var poll = IntakePass.Poll()
        await fetcher.begin()
        while true {
            let step: FetchStep
            do { step = try await fetcher.next(known: known, now: now) } catch {
                guard let trouble = Self.trouble(error) else { throw error }
                poll.trouble = trouble
                poll.isMomentary = (error as? TransportFault)?.isMomentary ?? false
                return poll
            }
            switch step {
            case .fetched(let fetched):
                let isNew: Bool
                do { isNew = try await take(fetched, connection, now: now, report) } catch {
                    await fetcher.forget()
                    // A later page must not be taken before this one: the next poll asks for it again.
                    guard let trouble = Self.trouble(error) else { throw error }
                    report(.postponed(feed: feed.name, file: fetched.name, why: trouble))
                    poll.trouble = trouble
                    return poll
                }
                known[fetched.mark.name] = fetched.mark.value
                poll.taken += isNew ? 1 : 0
            case .missed(let name, let exportedAt, let reason):
                report(.postponed(feed: feed.name, file: name, why: reason))
                try await pass.miss(name, exportedAt: exportedAt, because: reason, connection, now: now)
            case .end(let end):
                poll.settling = end.settling
                poll.trouble = try await settle(end, connection) ?? end.complaint
                return poll
            }
        }
    }

    private func take(
        _ fetched: Fetched,
        _ connection: Connection,
        now: Instant,
        _ report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> Bool {
        let header = try pass.header(
            fetched.name,
            SourceMark(name: fetched.mark.name, mark: fetched.mark.value),
            fetched.file,
            exportedAt: fetched.exportedAt,
            receivedAt: now,
            pass.rule(waiting: [])
        )
        let outcome = try await pass.read(fetched.file, as: header, connection, report)
        report(.done(feed: feed.name, file: fetched.name, outcome))
        if case .known = outcome { return false }
        return true
    }

    private func settle(_ end: FetchEnd, _ connection: Connection) async throws -> String? {
        let (feed, pass, rule) = (feed, pass, pass.rule(waiting: end.waiting))
        return try await connection.use { session in
            try session.transaction { session in
                if let until = end.unchangedUntil {
                    try FeedStore.confirm(feed.name, until: until, region: feed.region, session)
                    if rule.isSnapshot {
                        try Presence(region: feed.region, feed: feed.name).showAgain(at: until, session)
                    }
                }
                return try pass.settle(rule, session)
            }
        }
    }

    /// What a person is told of a fault of the source; nil where the fault is not its own.
    private static func trouble(_ error: any Error) -> String? {
        switch error {
        case let error as DatabaseError where error.isOfTheData: "\(error)"
        case is CancellationError, is DatabaseError: nil
        default: "\(error)"
        }
    }
}
