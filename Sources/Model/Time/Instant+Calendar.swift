extension Instant {
    static let microsecondsPerDay: Int64 = 86_400_000_000

    /// The instant at which a clock `offset` seconds east of UTC shows `secondOfDay` on `day`; `microsecond` is added.
    /// What lies beyond 64 bits is held at the ends of the range.
    package init(day: Day, secondOfDay: Int, microsecond: Int = 0, offset: Int) {
        let (midnight, tooFar) = Int64(day.number).multipliedReportingOverflow(by: Self.microsecondsPerDay)
        let (exact, beyond) = midnight.addingReportingOverflow(Int64(microsecond))
        guard !tooFar, !beyond else {
            self.init(microseconds: day.number < 0 ? .min : .max)
            return
        }
        let start = Instant(microseconds: exact)
        self = start.adding(seconds: Int64(secondOfDay)).adding(seconds: offset == .min ? .max : Int64(-offset))
    }

    /// What a clock `offset` seconds east of UTC shows: the day, and the microseconds since its midnight.
    package func local(offset: Int) -> (day: Day, microseconds: Int64) {
        let shifted = adding(seconds: Int64(offset)).microseconds
        let remainder = shifted % Self.microsecondsPerDay
        let sinceMidnight = remainder < 0 ? remainder + Self.microsecondsPerDay : remainder
        let days = shifted / Self.microsecondsPerDay - (remainder < 0 ? 1 : 0)
        return (Day(number: Int32(truncatingIfNeeded: days)), sinceMidnight)
    }

    /// Whole seconds from `earlier` to this instant, rounded down; held at the ends of the range.
    package func seconds(since earlier: Instant) -> Int64 {
        let (difference, overflow) = microseconds.subtractingReportingOverflow(earlier.microseconds)
        guard !overflow else { return self < earlier ? .min : .max }
        let quotient = difference / 1_000_000
        return difference % 1_000_000 < 0 ? quotient - 1 : quotient
    }
}
