import Model
import Testing

@Suite struct DayTests {
    @Test("every day of 1900 to 2200 comes back from its year, month and day, and they follow each other")
    func roundTrip() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        let last = try #require(Day(year: 2200, month: 12, day: 31))
        var wrong: [Day] = []
        var weekday = day.weekday.rawValue
        while day <= last {
            let civil = day.civil
            if Day(year: civil.year, month: civil.month, day: civil.day) != day { wrong.append(day) }
            if Day(iso: day.text) != day || day.weekday.rawValue != weekday { wrong.append(day) }
            weekday = weekday % 7 + 1
            day = day.adding(days: 1)
        }
        #expect(wrong.isEmpty)
        #expect(last.number == 84_370)
    }

    @Test(
        "known days",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
            ("2025-03-01", 20_148, .saturday), ("1900-01-01", -25_567, .monday), ("0001-01-01", -719_162, .monday),
        ]
    )
    func known(text: String, number: Int32, weekday: Weekday) throws {
        let day = try #require(Day(iso: text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.text == text)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "1900-02-29", "2100-02-29", "2025-02-29", "2025-04-31", "2025-13-01", "2025-00-01", "2025-01-00",
            "2025-01-32", "0000-01-01", "2025-1-1", "2025-01-01 ", "20250101", "2025/01/01", "", "-025-01-01",
            "２０２５-01-01", "2025-01-0a",
        ]
    )
    func refused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("adding days holds at the ends of the range")
    func ends() {
        #expect(Day(number: .max).adding(days: 1) == Day(number: .max))
        #expect(Day(number: .min).adding(days: -1) == Day(number: .min))
        #expect(Day(number: 1).adding(days: .max) == Day(number: .max))
        #expect(Day(number: -1).adding(days: .min) == Day(number: .min))
        #expect(!Day(number: .max).text.isEmpty && !Day(number: .min).text.isEmpty)
    }

    @Test("the weekend is Saturday and Sunday")
    func weekend() {
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
