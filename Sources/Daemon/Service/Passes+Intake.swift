package import Feeds
import Hashing
package import Model
package import Postgres
package import Settings
import Store

extension Passes {
    /// Looks at one feed once.
    ///
    /// - Parameters:
    ///   - feed: Which.
    ///   - own: The connection for its transactions; nil for that of the passes.
    ///   - looks: What earlier polls saw of files that still grew.
    ///   - now: What is written down as the time of receipt.
    ///   - clock: The time of this look, by which files are at rest.
    ///   - report: Told what became of each thing.
    /// - Returns: what the poll came to; its trouble is also noted in the database.
    /// - Throws: `FolderFault`, which is also noted in the database; `StartFault` where these passes do not take in;
    ///   `DatabaseError`; `CancellationError`.
    package func intake(
        _ feed: FeedDefinition,
        on own: Connection? = nil,
        looks: inout SettlingFiles,
        now: Instant,
        clock: Instant,
        report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> IntakePass.Poll {
        let connection = own ?? self.connection
        do {
            if let remote = remotes[feed.name] {
                let result = try await remote.run(connection, now: now, report: report)
                try await note(result.trouble, feed, connection, now: now)
                return result
            }
            guard let place = feed.folder else { return IntakePass.Poll() }
            let folder = try FolderIntake(intakePass(of: feed), place)
            let result = try await folder.run(connection, looks: &looks, now: now, clock: clock, report: report)
            try await note(result.trouble, feed, connection, now: now)
            return result
        } catch let fault as FolderFault {
            try await note("\(fault)", feed, connection, now: now)
            throw fault
        }
    }

    /// What takes the deliveries of a feed.
    ///
    /// - Throws: `StartFault` where these passes do not take in.
    func intakePass(of feed: FeedDefinition) throws(StartFault) -> IntakePass {
        try Self.pass(of: feed, configuration, archive, tokens, reading)
    }

    static func pass(
        of feed: FeedDefinition,
        _ configuration: Configuration,
        _ archive: Archive,
        _ tokens: TokenKey?,
        _ reading: ReadingPlace
    ) throws(StartFault) -> IntakePass {
        guard let tokens else {
            throw StartFault(.pepper, "没有个人信息密钥，不能取数 / nothing can be taken in without the key for personal data")
        }
        return IntakePass(feed, law: configuration.law, archive: archive, tokens: tokens, reading: reading)
    }

    /// Notes how the feed fares: what the poll came to, and whether what came is what is expected of it.
    private func note(
        _ trouble: String?,
        _ feed: FeedDefinition,
        _ connection: Connection,
        now: Instant
    ) async throws {
        let configuration = configuration
        try await connection.use { session in
            try FeedStore.note(trouble, feed: feed.name, kind: feed.kind, region: feed.region, session)
            try FeedHealth.note(feed.name, feed.contract, at: now, region: feed.region, session)
            try session.transaction { session in
                try SetAsideAlerts(configuration, feed: feed, now: now).run(session)
            }
        }
    }
}
