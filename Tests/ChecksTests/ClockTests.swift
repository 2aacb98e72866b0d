import Checks
import Model
import Testing

@Suite struct ClockTests {
    @Test("hours run to the moment")
    func hours() {
        let due = clock(.hours(24), warning: 12).due(from: march(3, 21, 10, 7), calendar)
        #expect(due == march(4, 21, 10, 7))
        #expect(clock(.hours(24), warning: 12).warning(from: march(3, 21), calendar) == march(4, 9))
        #expect(clock(.hours(0)).due(from: march(3, 21), calendar) == march(3, 21))
    }

    @Test("days start on the next day and end at 24:00 of the last, whatever the hour")
    func days() {
        #expect(clock(.days(3)).due(from: march(3, 0), calendar) == march(7, 0))
        #expect(clock(.days(3)).due(from: march(3, 23, 59, 59), calendar) == march(7, 0))
        #expect(clock(.days(3), warning: 2).warning(from: march(3, 12), calendar) == march(6, 0))
    }

    @Test("working days leave out weekends and holidays, and count make-up days")
    func workingDays() {
        // From Thursday the 6th: Friday, Monday.
        #expect(clock(.workingDays(2)).due(from: march(6, 9), calendar) == march(11, 0))
        let moved = WorkCalendar(
            holidays: [Day(number: marchFirst + 6)],
            makeUpDays: [Day(number: marchFirst + 7)],
            years: 2025...2025
        )
        #expect(clock(.workingDays(2)).due(from: march(6, 9), moved) == march(11, 0))
        #expect(clock(.workingDays(1)).due(from: march(6, 9), moved) == march(9, 0))
    }

    @Test("beyond the calendar nothing is guessed")
    func beyond() {
        #expect(clock(.workingDays(300)).due(from: march(3, 9), calendar) == nil)
        #expect(clock(.workingDays(.max)).due(from: march(3, 9), calendar) == nil)
        #expect(clock(.hours(.max)).due(from: march(3, 9), calendar) == Instant(microseconds: .max))
        #expect(clock(.days(.max)).due(from: march(3, 9), calendar) != nil)
    }

    @Test(
        "the year turns at midnight of 1 January, leap years or not",
        arguments: [
            (-1, 1969), (0, 1970), (364, 1970), (365, 1971), (11_016, 2000), (11_322, 2000), (11_323, 2001),
            (20_089, 2025), (20_088, 2024), (-719_468, 0),
        ]
    )
    func years(number: Int32, year: Int) {
        let one = WorkCalendar(holidays: [], makeUpDays: [], years: year...year)
        #expect(one.isWorked(Day(number: number)) != nil)
    }

    @Test("1 and 2 March 2025 are a weekend, the five days after are worked")
    func week() {
        let worked = (0..<7).map { calendar.isWorked(Day(number: marchFirst + $0)) }
        #expect(worked == [false, false, true, true, true, true, true])
    }
}
