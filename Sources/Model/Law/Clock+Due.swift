extension Clock {
    /// When the limit has passed for a clock that started at `start`, or nil where the calendar does not reach that far.
    ///
    /// Hours are exact. Days begin on the day after the start and end at 24:00 of the last, China time, so the result is
    /// the 00:00 that follows it. Natural days are not stretched over holidays.
    package func due(from start: Instant, calendar: WorkCalendar) -> Instant? {
        Self.end(of: length, from: start, calendar: calendar)
    }

    /// When a warning is due, counted as `due` is; nil where the clock has none or the calendar does not reach that far.
    package func warning(from start: Instant, calendar: WorkCalendar) -> Instant? {
        guard let warning else { return nil }
        let early: Length =
            switch length {
            case .hours: .hours(warning)
            case .days: .days(warning)
            case .workingDays: .workingDays(warning)
            }
        return Self.end(of: early, from: start, calendar: calendar)
    }

    private static func end(of length: Length, from start: Instant, calendar: WorkCalendar) -> Instant? {
        let day = ChinaTime.day(of: start)
        switch length {
        case .hours(let count):
            let (seconds, overflow) = count.multipliedReportingOverflow(by: 3600)
            return overflow ? nil : start.adding(seconds: seconds)
        case .days(let count):
            return ChinaTime.startOfDay(day.adding(days: Int(count)).adding(days: 1))
        case .workingDays(let count):
            return calendar.day(count, workingDaysAfter: day).map { ChinaTime.startOfDay($0.adding(days: 1)) }
        }
    }
}
