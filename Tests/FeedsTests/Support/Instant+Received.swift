import Model

extension Instant {
    /// When the examples are received: 2026-06-01 00:00 in UTC.
    static let received = Instant(microseconds: 1_780_272_000_000_000)
}
