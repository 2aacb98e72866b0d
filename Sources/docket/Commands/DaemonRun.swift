import Daemon
import Dispatch
import Feeds
import Foundation
import Glibc
import Logging
import ServiceLifecycle
import Telemetry
import UnixSignals

/// The long-running daemon behind `docket run`.
struct DaemonRun {
    let common: CommonOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        LoggingSystem.bootstrap { _ in
            JournalLogHandler(form: LogForm.fitting(descriptor: 2, environment: environment))
        }
        let logger = Logger(label: "docket")
        let reload = Wish()
        let common = common
        let daemon = DaemonService(
            load: { try common.load() },
            clock: { Wall.now },
            reload: reload,
            notifier: ServiceNotifier(address: environment["NOTIFY_SOCKET"], logger: logger),
            watchdog: WatchdogInterval(
                environment: environment,
                processID: ProcessInfo.processInfo.processIdentifier
            ),
            logger: logger,
            reading: .ownProcess,
            whenStopping: Self.leaveInTime
        )
        // What is wrong from the start is told at once and in full, not through the service group.
        _ = try common.load()
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: daemon), .init(service: ReloadSignal(request: reload))],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }

    /// A server that does not even answer a request to stop would keep us past the ten seconds a stop may take. Every pass
    /// is one transaction, so nothing is half done.
    private static func leaveInTime() {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(8500)) { _exit(0) }
    }
}

/// Turns SIGHUP into a wish to have the configuration read again.
private struct ReloadSignal: Service {
    let request: Wish

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() { request.raise() }
    }
}
