import Feeds
package import Logging
package import Model
import Postgres
import ServiceLifecycle
package import Settings
import Store
package import Telemetry

/// The daemon: polls the feeds, reviews, and writes the digest, for as long as it is let.
package actor DaemonService: Service {
    private let load: @Sendable () throws -> Configuration
    private let clock: @Sendable () -> Instant
    private let reload: ReloadRequest
    private let notifier: ServiceNotifier
    private let watchdog: WatchdogInterval?
    private let logger: Logger

    private var looks: [String: SettlingFiles] = [:]
    private var troubles: [String: String] = [:]
    private var reviewedAt: Instant?

    /// - Parameters:
    ///   - load: reads the configuration, at the start and at every reload.
    ///   - clock: the time of the wall.
    ///   - reload: where a wish for a reload arrives.
    ///   - notifier: tells the service manager how the daemon stands.
    ///   - watchdog: how often the service manager wants a sign of life; nil where it wants none.
    ///   - logger: where the daemon's log goes.
    package init(
        load: @escaping @Sendable () throws -> Configuration,
        clock: @escaping @Sendable () -> Instant,
        reload: ReloadRequest,
        notifier: ServiceNotifier,
        watchdog: WatchdogInterval?,
        logger: Logger
    ) {
        self.load = load
        self.clock = clock
        self.reload = reload
        self.notifier = notifier
        self.watchdog = watchdog
        self.logger = logger
    }

    /// Works until a graceful shutdown, which breaks off what is under way: every pass is one transaction, so nothing
    /// is half done.
    ///
    /// - Throws: `SettingsError`, `StartFault` or `MigrationError` where the work cannot begin.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await self.work() }
        } catch is CancellationError {}
        notifier.stopping()
        logger.info("stopped")
    }

    private func work() async throws {
        var passes = try await start(try load())
        notifier.ready(status: "就绪 ready")
        logger.info("ready", metadata: ["feeds": "\(passes.configuration.feeds.count)"])
        while true {
            try Task.checkCancellation()
            passes = await reloaded(passes)
            do {
                try await round(passes)
            } catch let error as DatabaseError where error.isTransient || error.isReadOnly {
                logger.error("the database does not answer", metadata: ["error": "\(error)"])
                notifier.status("数据库不可用，重试中 / the database does not answer, trying again")
                try await connect(passes)
                // A server that answers, but takes no writing, would be asked again without end.
                if error.isReadOnly { try await rest(seconds: passes.configuration.pollSeconds) }
                continue
            }
            try await rest(seconds: passes.configuration.pollSeconds)
        }
    }

    /// Connects, waits for the database as long as it takes, and makes ready.
    private func start(_ configuration: Configuration) async throws -> Passes {
        let passes = try Passes(configuration, connection: Connection(configuration.database, label: "daemon"))
        try await connect(passes)
        try await passes.prepare()
        return passes
    }

    private func connect(_ passes: Passes) async throws {
        let (logger, notifier) = (logger, notifier)
        try await passes.connection.connect(retrying: Backoff()) { error, delay in
            logger.warning("the database cannot be reached", metadata: ["error": "\(error)", "again_in": "\(delay)"])
            notifier.status("等待数据库 / waiting for the database")
            notifier.ping()
        }
    }

    /// The passes by a configuration read anew, or the old ones where the new is not sound.
    private func reloaded(_ passes: Passes) async -> Passes {
        guard reload.take() else { return passes }
        notifier.reloading()
        defer { notifier.ready() }
        do {
            let fresh = try await start(try load())
            logger.info("configuration read again")
            return fresh
        } catch {
            logger.error("the new configuration is refused, the old one stays", metadata: ["error": "\(error)"])
            return passes
        }
    }

    /// One look at every feed, a review if anything came or time passed, the digest if it is due.
    private func round(_ passes: Passes) async throws {
        let configuration = passes.configuration
        var taken = 0
        for feed in configuration.feeds { taken += try await poll(feed, passes) }
        let now = clock()
        let isStale = reviewedAt.map { $0.adding(seconds: configuration.reviewSeconds) <= now } ?? true
        if taken > 0 || isStale { try await review(passes, now: now) }
        try await report(passes, now: now)
        notifier.ping()
        notifier.status("上次轮询 last poll \(now.chinaMinuteText), \(taken) 新交付 new")
    }

    private func poll(_ feed: FeedDefinition, _ passes: Passes) async throws -> Int {
        let (notifier, logger) = (notifier, logger)
        var seen = looks[feed.name] ?? SettlingFiles()
        defer { looks[feed.name] = seen }
        do {
            let now = clock()
            let result = try await passes.intake(feed, looks: &seen, now: now, clock: now) { event in
                notifier.ping()
                if case .reading(let feed, let file, let done, let total) = event {
                    notifier.status("\(feed) \(file) \(done * 100 / max(total, 1))%")
                } else {
                    logger.info("\(event.sentence)")
                }
            }
            if troubles.removeValue(forKey: feed.name) != nil { logger.notice("\(feed.name): the feed answers again") }
            return result.taken
        } catch let fault as FolderFault {
            if troubles.updateValue("\(fault)", forKey: feed.name) != "\(fault)" {
                logger.error("\(feed.name): \(fault)")
            }
            return 0
        }
    }

    private func review(_ passes: Passes, now: Instant) async throws {
        notifier.status("复核 reviewing")
        guard let outcome = try await passes.review(now: now) else { return }
        reviewedAt = now
        notifier.ping()
        guard outcome.opened + outcome.closed + outcome.reopened + outcome.updated > 0 else { return }
        logger.notice(
            "reviewed",
            metadata: [
                "subjects": "\(outcome.subjects)", "opened": "\(outcome.opened)", "updated": "\(outcome.updated)",
                "closed": "\(outcome.closed)", "reopened": "\(outcome.reopened)",
            ]
        )
    }

    private func report(_ passes: Passes, now: Instant) async throws {
        let region = passes.configuration.region
        let last = try await passes.connection.use { try DigestStore.last(region: region, $0)?.asOf }
        guard DigestSchedule(minute: passes.configuration.digestMinute).isDue(at: now, last: last) else { return }
        let (digest, page) = try await passes.report(now: now)
        logger.notice("digest written", metadata: ["number": "\(digest.number)", "page": "\(page)"])
    }

    /// Waits for the next poll in short naps, each followed by a sign of life; a reload ends the wait.
    private func rest(seconds: Int64) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        let nap = min(watchdog?.period ?? .seconds(1), .seconds(1))
        while ContinuousClock.now < end {
            try await Task.sleep(for: min(nap, end - ContinuousClock.now))
            notifier.ping()
            if reload.isWaiting { return }
        }
    }
}
