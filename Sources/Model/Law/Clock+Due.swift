extension Clock {
    /// When the limit has passed for a clock that started at `start`.
    ///
    /// Hours are exact. Days begin on the day after the start and end at 24:00 of the last, China time, so the result is
    /// the 00:00 that follows it. Natural days are not stretched over holidays.
    package func deadline(from start: Instant, calendar: WorkCalendar) -> Deadline {
        Self.end(of: length, from: start, calendar: calendar)
    }

    /// When a warning is due, counted as `deadline` is; nil where the clock has none.
    package func warning(from start: Instant, calendar: WorkCalendar) -> Instant? {
        guard let warning else { return nil }
        let early: Length =
            switch length {
            case .hours: .hours(warning)
            case .days: .days(warning)
            case .workingDays: .workingDays(warning)
            }
        return Self.end(of: early, from: start, calendar: calendar).at
    }

    private static func end(of length: Length, from start: Instant, calendar: WorkCalendar) -> Deadline {
        let day = ChinaTime.day(of: start)
        switch length {
        case .hours(let count):
            let (seconds, overflow) = count.multipliedReportingOverflow(by: 3600)
            return Deadline(at: start.adding(seconds: overflow ? .max : seconds), isProvisional: false)
        case .days(let count):
            let last = day.adding(days: Int(clamping: count))
            return Deadline(at: ChinaTime.startOfDay(last.adding(days: 1)), isProvisional: false)
        case .workingDays(let count):
            let (last, isProvisional) = calendar.day(count, workingDaysAfter: day)
            return Deadline(at: ChinaTime.startOfDay(last.adding(days: 1)), isProvisional: isProvisional)
        }
    }
}
