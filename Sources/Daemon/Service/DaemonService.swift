package import Feeds
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
    let clock: @Sendable () -> Instant
    let reload: Wish
    let notifier: ServiceNotifier
    let watchdog: WatchdogInterval?
    let logger: Logger
    private let reading: ReadingPlace
    private let whenStopping: @Sendable () -> Void

    /// Rung by whoever else takes deliveries in or wants the daemon to look now.
    let wake = Wish()
    private var listening: Task<Void, Never>?
    var looks: [String: SettlingFiles] = [:]
    var troubles: [String: String] = [:]
    /// Looks at servers, each feed beside the others.
    var remotePolls: [Task<Void, Never>] = []
    /// Why checks could not be run, told once.
    var faults: [String: String] = [:]
    /// Why the last digest is not on the disk, told once.
    var digestTrouble: DigestFault?
    var reviewedAt: Instant?

    /// After so many milliseconds the server breaks a statement off that hangs. The longest there are, the merging of
    /// a file of a gigabyte and the first review of three years, take a few minutes.
    private static let statementLimit: Int32 = 1_800_000

    /// - Parameters:
    ///   - load: reads the configuration, at the start and at every reload.
    ///   - clock: the time of the wall.
    ///   - reload: where a wish for a reload arrives.
    ///   - notifier: tells the service manager how the daemon stands.
    ///   - watchdog: how often the service manager wants a sign of life; nil where it wants none.
    ///   - logger: where the daemon's log goes.
    ///   - reading: where deliveries are read.
    ///   - whenStopping: called as soon as the daemon is told to end.
    package init(
        load: @escaping @Sendable () throws -> Configuration,
        clock: @escaping @Sendable () -> Instant,
        reload: Wish,
        notifier: ServiceNotifier,
        watchdog: WatchdogInterval?,
        logger: Logger,
        reading: ReadingPlace,
        whenStopping: @escaping @Sendable () -> Void = {}
    ) {
        self.load = load
        self.clock = clock
        self.reload = reload
        self.notifier = notifier
        self.watchdog = watchdog
        self.logger = logger
        self.reading = reading
        self.whenStopping = whenStopping
    }

    /// Works until a graceful shutdown, which breaks off what is under way: every pass is one transaction, so nothing
    /// is half done.
    ///
    /// - Throws: `SettingsError`, `StartFault` or `MigrationError` where the work cannot begin.
    package func run() async throws {
        let (notifier, whenStopping) = (notifier, whenStopping)
        do {
            try await withGracefulShutdownHandler {
                try await cancelWhenGracefulShutdown { try await self.work() }
            } onGracefulShutdown: {
                notifier.stopping()
                whenStopping()
            }
        } catch is CancellationError {}
        notifier.stopping()
        logger.info("stopped")
    }

    private func work() async throws {
        var passes = try await start(try load())
        listen(passes.configuration)
        pollRemotes(passes)
        defer {
            listening?.cancel()
            for poll in remotePolls { poll.cancel() }
        }
        notifier.ready(status: "就绪 ready")
        logger.info("ready", metadata: ["feeds": "\(passes.configuration.feeds.count)"])
        while true {
            try Task.checkCancellation()
            passes = await reloaded(passes)
            do {
                try await round(passes)
            } catch let error as DatabaseError
                where error.isTransient || error.isReadOnly || error.sqlState == .queryCancelled
            {
                logger.error("the database cannot be worked with", metadata: ["error": "\(error)"])
                notifier.status("数据库暂不可用，稍后重试 / the database cannot be worked with, trying again: \(error)")
                // After a failover the session may lead to a server that has become a mere copy.
                if error.isReadOnly { await passes.connection.close() }
                try await connect(passes)
                // A server that answers, but has no room or takes no writing, would be asked again without end.
            }
            try await rest(seconds: passes.configuration.pollSeconds)
        }
    }

    /// Connects and makes ready; waits for the database as long as it takes unless told how often to try.
    private func start(_ configuration: Configuration, attempts: Int? = nil) async throws -> Passes {
        let connection = connection(configuration, label: "daemon")
        let passes = try Passes(configuration, connection: connection, reading: reading)
        try await connect(passes, attempts: attempts)
        try await passes.prepare()
        return passes
    }

    /// A connection whose statements count as signs of life while the server works on them.
    func connection(_ configuration: Configuration, label: String) -> Connection {
        let notifier = notifier
        return Connection(
            configuration.database,
            label: label,
            pulse: Pulse(limit: Self.statementLimit) { notifier.ping() }
        )
    }

    private func connect(_ passes: Passes, attempts: Int? = nil) async throws {
        let (logger, notifier) = (logger, notifier)
        try await passes.connection.connect(retrying: Backoff(), attempts: attempts) { error, delay in
            logger.warning("the database cannot be reached", metadata: ["error": "\(error)", "again_in": "\(delay)"])
            notifier.status("等待数据库 / waiting for the database: \(error)")
            notifier.extendStart(seconds: 90)
            notifier.ping()
        }
    }

    /// Lets notifications on the region's channel end the wait for the next round.
    private func listen(_ configuration: Configuration) {
        listening?.cancel()
        let (wake, logger) = (wake, logger)
        let rings = Listener(configuration.database).rings(on: Passes.channel(of: configuration.region)) { error in
            logger.debug("not listening", metadata: ["error": "\(error)"])
        }
        listening = Task { for await _ in rings { wake.raise() } }
    }

    /// The passes by a configuration read anew, or the old ones where the new is not sound.
    private func reloaded(_ passes: Passes) async -> Passes {
        guard reload.take() else { return passes }
        notifier.reloading()
        defer { notifier.ready() }
        do {
            // While a database that was mistyped were waited for, nothing would be looked at.
            let fresh = try await start(try load(), attempts: 1)
            listen(fresh.configuration)
            pollRemotes(fresh)
            logger.info("configuration read again")
            return fresh
        } catch is CancellationError {
            return passes
        } catch {
            logger.error("the new configuration is refused, the old one stays", metadata: ["error": "\(error)"])
            return passes
        }
    }
}
