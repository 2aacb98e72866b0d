package import Model

extension WorkCalendar {
    /// Whether the day is worked, or nil outside the years covered.
    package func isWorked(_ day: Day) -> Bool? {
        guard years.contains(day.year) else { return nil }
        return makeUpDays.contains(day) || (!day.isWeekend && !holidays.contains(day))
    }

    /// The last day of a limit of `count` working days that starts on the day after `day`, or nil where the calendar
    /// does not reach so far.
    package func lastDay(ofWorkingDays count: Int64, after day: Day) -> Day? {
        var last = day
        var left = count
        while left > 0 {
            last = last.adding(days: 1)
            guard let isWorked = isWorked(last) else { return nil }
            if isWorked { left -= 1 }
        }
        return last
    }
}
