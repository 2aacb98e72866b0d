import Glibc
package import Logging
import Synchronization

/// Tells the service manager how the daemon fares, by the protocol of `sd_notify(3)` and without its library.
///
/// Without NOTIFY_SOCKET it does nothing. A message that cannot be delivered never disturbs the daemon: the failure is
/// returned, and the first one is logged.
package final class ServiceNotifier: Sendable {
    /// The value of NOTIFY_SOCKET; nil where nobody listens.
    private let address: String?
    private let logger: Logger
    private let hasComplained = Mutex(false)

    /// A notifier for the value of NOTIFY_SOCKET, if it is set.
    package init(address: String?, logger: Logger) {
        self.address = address.flatMap { $0.isEmpty ? nil : $0 }
        self.logger = logger
    }

    /// Says that the daemon is up, or up again after a reload, with a line of status where given.
    @discardableResult
    package func ready(status: String? = nil) -> NotificationFailure? {
        send(["READY=1"] + assigned(status))
    }

    /// Sets the line shown by `systemctl status`.
    @discardableResult
    package func status(_ text: String) -> NotificationFailure? {
        send(assigned(text))
    }

    /// Says that the daemon is shutting down.
    @discardableResult
    package func stopping(status: String? = nil) -> NotificationFailure? {
        send(["STOPPING=1"] + assigned(status))
    }

    /// Says that the configuration is being read again; `ready` must follow.
    ///
    /// `Type=notify-reload` asks for CLOCK_MONOTONIC as it stands now, in microseconds.
    @discardableResult
    package func reloading(monotonic microseconds: UInt64 = MonotonicClock.microseconds) -> NotificationFailure? {
        send(["RELOADING=1", "MONOTONIC_USEC=\(microseconds)"])
    }

    /// Asks for so many seconds more before a start counts as failed.
    @discardableResult
    package func extendStart(seconds: Int) -> NotificationFailure? {
        send(["EXTEND_TIMEOUT_USEC=\(seconds)000000"])
    }

    /// The sign of life due within each `WatchdogInterval`.
    @discardableResult
    package func ping() -> NotificationFailure? {
        send(["WATCHDOG=1"])
    }

    /// A line break in the text would begin another assignment, so there is none.
    private func assigned(_ status: String?) -> [String] {
        status.map { ["STATUS=" + String(String.UnicodeScalarView($0.unicodeScalars.map(Self.blankIfControl)))] } ?? []
    }

    private static func blankIfControl(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.generalCategory == .control ? " " : scalar
    }

    private func send(_ assignments: [String]) -> NotificationFailure? {
        guard let address else { return nil }
        do {
            try NotifyAddress(address).send(assignments.joined(separator: "\n"))
            return nil
        } catch {
            complain(error)
            return error
        }
    }

    private func complain(_ failure: NotificationFailure) {
        let isFirst = hasComplained.withLock { complained in
            defer { complained = true }
            return !complained
        }
        guard isFirst else { return }
        logger.warning("the service manager cannot be told", metadata: ["reason": .stringConvertible(failure)])
    }
}
