/// How often the service manager wants a sign of life from this process.
package struct WatchdogInterval: Equatable, Sendable {
    /// The silence after which the process is killed.
    package let limit: Duration

    /// How often to ping: twice within the limit, as `sd_watchdog_enabled(3)` advises.
    package var period: Duration { limit / 2 }

    /// Reads WATCHDOG_USEC and WATCHDOG_PID; nil where no watchdog is set, or one that is meant for another process
    /// than the one asking.
    package init?(environment: [String: String], processID: Int32) {
        guard let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0 else {
            return nil
        }
        if let watched = environment["WATCHDOG_PID"], Int32(watched) != processID { return nil }
        limit = .microseconds(microseconds)
    }
}
