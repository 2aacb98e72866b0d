import Feeds
import Logging
import Model
import Postgres
import Settings
import Telemetry

extension DaemonService {
    /// Looks at feeds that come from servers beside the rounds, each in a task of its own, so that a source that is slow
    /// or gone delays nobody. What they bring is taken over one connection, which waits for no source.
    func pollRemotes(_ passes: Passes) {
        for poll in remotePolls { poll.cancel() }
        let connection = connection(passes.configuration, label: "remote feeds")
        remotePolls = passes.configuration.feeds.filter(\.isRemote).map { feed in
            Task { await self.pollAgainAndAgain(feed, passes, on: connection) }
        }
    }

    private func pollAgainAndAgain(_ feed: FeedDefinition, _ passes: Passes, on connection: Connection) async {
        while !Task.isCancelled {
            do {
                if try await poll(feed, passes, on: connection) > 0 { wake.raise() }
            } catch is CancellationError {
                return
            } catch {
                logger.warning("\(feed.name): the feed could not be looked at", metadata: ["error": "\(error)"])
                // After a failover the session may lead to a server that has become a mere copy.
                if (error as? DatabaseError)?.isReadOnly == true { await connection.close() }
            }
            try? await Task.sleep(for: .seconds(passes.configuration.pollSeconds))
        }
    }

    /// Looks at one feed once.
    ///
    /// - Parameters:
    ///   - feed: which.
    ///   - passes: to be walked.
    ///   - connection: for its transactions; nil for that of the rounds.
    /// - Returns: how many deliveries were new.
    /// - Throws: `DatabaseError`, `CancellationError`.
    func poll(_ feed: FeedDefinition, _ passes: Passes, on connection: Connection? = nil) async throws -> Int {
        let (notifier, logger) = (notifier, logger)
        var seen = looks[feed.name] ?? SettlingFiles()
        defer { looks[feed.name] = seen }
        do {
            let now = clock()
            let result = try await passes.intake(feed, on: connection, looks: &seen, now: now, clock: now) { event in
                notifier.ping()
                switch event {
                case .copying, .reading: notifier.status(event.sentence)
                case .done, .postponed: logger.info("\(event.sentence)")
                }
            }
            if let trouble = result.trouble {
                if troubles.updateValue(trouble, forKey: feed.name) != trouble {
                    logger.error("\(feed.name): \(trouble)")
                }
            } else if troubles.removeValue(forKey: feed.name) != nil {
                logger.notice("\(feed.name): the feed answers again")
            }
            return result.taken
        } catch let fault as FolderFault {
            if troubles.updateValue("\(fault)", forKey: feed.name) != "\(fault)" {
                logger.error("\(feed.name): \(fault)")
            }
            return 0
        }
    }
}
