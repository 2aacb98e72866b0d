/// The working days of the years it covers: Monday to Friday, but for holidays and make-up days.
package struct WorkCalendar: Equatable, Sendable, Codable {
    /// Weekdays that are days off.
    package let holidays: Set<Day>
    /// Saturdays and Sundays that are worked.
    package let makeUpDays: Set<Day>
    /// The years covered; outside them nothing is known and nothing is guessed.
    package let years: ClosedRange<Int>

    package init(holidays: Set<Day>, makeUpDays: Set<Day>, years: ClosedRange<Int>) {
        self.holidays = holidays
        self.makeUpDays = makeUpDays
        self.years = years
    }
}
