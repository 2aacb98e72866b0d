package import Model

/// One step of a trouble that grows with time: which clock must have run out, and what the trouble is then.
package struct Rung: Equatable, Sendable {
    /// Nil where the trouble stands at once.
    package let clock: Clock?
    package let band: CheckBand

    package init(clock: Clock?, band: CheckBand) {
        self.clock = clock
        self.band = band
    }

    /// When it is reached.
    func deadline(from start: Instant, pause: Int64, calendar: WorkCalendar) -> Deadline {
        guard let clock else { return Deadline(at: start, isProvisional: false) }
        var deadline = clock.deadline(from: start, calendar: calendar)
        deadline.at = deadline.at.adding(seconds: pause)
        return deadline
    }
}
