import Model

extension Instant {
    /// Microseconds between two instants, whichever is first, held at the end of the range instead of overflowing.
    func apart(from other: Instant) -> Int64 {
        let (later, earlier) = self < other ? (other, self) : (self, other)
        let (difference, overflow) = later.microseconds.subtractingReportingOverflow(earlier.microseconds)
        return overflow ? .max : difference
    }

    func isWithin(seconds: Int64, of other: Instant) -> Bool {
        let (later, earlier) = self < other ? (other, self) : (self, other)
        return later <= earlier.adding(seconds: seconds)
    }

    /// The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1992.
    var shanghaiDay: Day {
        let local = adding(seconds: 8 * 3600).microseconds
        let length: Int64 = 86_400_000_000
        let whole = local / length
        return Day(number: Int32(clamping: local % length < 0 ? whole - 1 : whole))
    }
}
