extension WorkCalendar {
    /// Whether the day is worked, or nil outside the years covered.
    package func isWorkingDay(_ day: Day) -> Bool? {
        guard years.contains(day.year) else { return nil }
        if makeUpDays.contains(day) { return true }
        if holidays.contains(day) { return false }
        return !day.weekday.isWeekend
    }

    /// The last of `count` working days after `day`; none is `day` itself.
    ///
    /// Where it reaches beyond the years covered, or begins outside them, every Monday to Friday there counts, and the
    /// answer is provisional.
    package func day(_ count: Int64, workingDaysAfter day: Day) -> (day: Day, isProvisional: Bool) {
        var (current, left, isProvisional) = (day, count, false)
        while left > 0 {
            let next = current.adding(days: 1)
            guard next > current else { return (current, true) }
            let weeks = min(left / 5, weeksUncovered(from: next))
            if weeks > 0 {
                current = current.adding(days: Int(clamping: weeks.multipliedReportingOverflow(by: 7).partialValue))
                (left, isProvisional) = (left - weeks * 5, true)
                continue
            }
            let isWorked = isWorkingDay(next)
            isProvisional = isProvisional || isWorked == nil
            current = next
            if isWorked ?? !next.weekday.isWeekend { left -= 1 }
        }
        return (current, isProvisional)
    }

    /// How many whole weeks from `day` on are not covered, which need not be counted day by day.
    private func weeksUncovered(from day: Day) -> Int64 {
        let year = day.year
        if year > years.upperBound { return Int64(Day(number: .max).number) / 7 - Int64(day.number) / 7 }
        guard year < years.lowerBound, let first = Day(year: years.lowerBound, month: 1, day: 1) else { return 0 }
        return (Int64(first.number) - Int64(day.number)) / 7
    }
}
