/// A point in time: microseconds since 1970-01-01 00:00 UTC, as exact as PostgreSQL's own.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// The instant `seconds` later, held at the ends of the range instead of overflowing.
    package func adding(seconds: Int64) -> Instant {
        let (product, tooFar) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, beyond) = microseconds.addingReportingOverflow(product)
        guard tooFar || beyond else { return Instant(microseconds: sum) }
        return Instant(microseconds: seconds < 0 ? .min : .max)
    }
}
