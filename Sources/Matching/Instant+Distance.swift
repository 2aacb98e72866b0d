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
}
