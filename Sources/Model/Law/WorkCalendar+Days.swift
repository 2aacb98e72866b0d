extension WorkCalendar {
    /// Whether the day is worked, or nil outside the years covered.
    package func isWorkingDay(_ day: Day) -> Bool? {
        guard years.contains(day.year) else { return nil }
        if makeUpDays.contains(day) { return true }
        if holidays.contains(day) { return false }
        return !day.weekday.isWeekend
    }

    /// The last of `count` working days after `day`, or nil where the calendar does not reach that far. None is `day`
    /// itself.
    package func day(_ count: Int64, workingDaysAfter day: Day) -> Day? {
        var current = day
        var left = count
        while left > 0 {
            let next = current.adding(days: 1)
            guard next > current, let isWorked = isWorkingDay(next) else { return nil }
            current = next
            if isWorked { left -= 1 }
        }
        return current
    }
}
