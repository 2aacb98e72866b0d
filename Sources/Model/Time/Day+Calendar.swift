/// Days in the proleptic Gregorian calendar.
///
/// The arithmetic counts years from March, so that the leap day is the last of its year, in eras of 400 years, which all
/// have the same number of days.
extension Day {
    /// The years that text of a day can name.
    package static let years = 1...9999

    /// Nil where the calendar has no such day, as for 30 February, or the year lies outside `years`.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        let yearFromMarch = month > 2 ? year : year - 1
        let era = yearFromMarch / 400
        let yearOfEra = yearFromMarch - era * 400
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468))
    }

    /// Year, month and day together: asking once is cheaper than asking three times.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The parts of `civil` one by one.
    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    /// The day of the week.
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let fromMonday = (Int(number) % 7 + 10) % 7
        return Weekday(rawValue: fromMonday + 1) ?? .monday
    }

    /// The day `days` later, held at the ends of the range instead of overflowing.
    package func adding(days: Int) -> Day {
        let (sum, beyond) = Int(number).addingReportingOverflow(days)
        guard !beyond else { return Day(number: days < 0 ? .min : .max) }
        return Day(number: Int32(clamping: sum))
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
