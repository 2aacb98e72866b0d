/// One day of a time limit, and whether it counts.
package struct ClockDay: Equatable, Sendable {
    package let day: Day
    package let standing: Standing

    package enum Standing: String, Sendable {
        /// It counts.
        case counted
        /// A weekend day of a limit of working days.
        case weekend
        /// A weekday off.
        case holiday
        /// A weekend day that is worked, and counts.
        case madeUp = "made_up"
        /// Beyond the years of the calendar, taken for what its weekday says.
        case unknown
    }

    package init(day: Day, standing: Standing) {
        self.day = day
        self.standing = standing
    }

    package var isCounted: Bool {
        switch standing {
        case .counted, .madeUp: true
        case .weekend, .holiday: false
        case .unknown: !day.weekday.isWeekend
        }
    }
}

extension Clock {
    /// The days of the limit from a start, each with its standing; none for a limit of hours. Of a long one the first
    /// hundred.
    package func days(from start: Instant, calendar: WorkCalendar) -> [ClockDay] {
        let first = ChinaTime.day(of: start)
        switch length {
        case .hours: return []
        case .days(let count):
            return (0..<Int(clamping: min(max(count, 0), 100))).map {
                ClockDay(day: first.adding(days: $0 + 1), standing: .counted)
            }
        case .workingDays(let count):
            var (days, left, day): ([ClockDay], Int64, Day) = ([], count, first)
            while left > 0, days.count < 100 {
                day = day.adding(days: 1)
                let one = ClockDay(day: day, standing: calendar.standing(of: day))
                days.append(one)
                if one.isCounted { left -= 1 }
            }
            return days
        }
    }
}

extension WorkCalendar {
    /// What a day is to a limit of working days.
    fileprivate func standing(of day: Day) -> ClockDay.Standing {
        guard years.contains(day.year) else { return .unknown }
        if makeUpDays.contains(day) { return .madeUp }
        if holidays.contains(day) { return .holiday }
        return day.weekday.isWeekend ? .weekend : .counted
    }
}
