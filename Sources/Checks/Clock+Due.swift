package import Model

extension Clock {
    /// When a limit that began at `start` has passed.
    ///
    /// Hours run to the moment. Days start on the next day in Asia/Shanghai and end at 24:00 of the last (ruling 15).
    /// Nil where the work calendar does not reach so far: nothing is guessed about holidays not yet announced.
    package func due(from start: Instant, _ calendar: WorkCalendar) -> Instant? {
        moment(length, from: start, calendar)
    }

    /// When a warning is due, in the unit of the limit; nil where there is none or the calendar does not reach so far.
    package func warning(from start: Instant, _ calendar: WorkCalendar) -> Instant? {
        guard let warning else { return nil }
        switch length {
        case .hours: return moment(.hours(warning), from: start, calendar)
        case .days: return moment(.days(warning), from: start, calendar)
        case .workingDays: return moment(.workingDays(warning), from: start, calendar)
        }
    }

    private func moment(_ length: Length, from start: Instant, _ calendar: WorkCalendar) -> Instant? {
        switch length {
        case .hours(let hours):
            let (seconds, overflow) = hours.multipliedReportingOverflow(by: 3600)
            return start.adding(seconds: overflow ? .max : seconds)
        case .days(let days):
            return Instant(endOf: start.shanghaiDay.adding(days: days))
        case .workingDays(let days):
            return calendar.lastDay(ofWorkingDays: days, after: start.shanghaiDay).map { Instant(endOf: $0) }
        }
    }
}
