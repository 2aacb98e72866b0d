import Glibc

/// The clock that only ever runs forward, as the service manager compares it.
package enum MonotonicClock {
    /// CLOCK_MONOTONIC in microseconds.
    package static var microseconds: UInt64 {
        var now = timespec()
        guard clock_gettime(CLOCK_MONOTONIC, &now) == 0 else { return 0 }
        return UInt64(clamping: now.tv_sec) &* 1_000_000 &+ UInt64(clamping: now.tv_nsec / 1000)
    }
}
