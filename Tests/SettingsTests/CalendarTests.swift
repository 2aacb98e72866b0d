import Foundation
import Model
import Settings
import Testing

@Suite("The calendar that is shipped")
struct CalendarTests {
    private let calendar: WorkCalendar

    init() throws { calendar = try Draft().load().law.calendar }

    @Test("says of every day from 2023 to 2026 what the State Council's notices say")
    func everyDay() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/china-working-days-2023-2026.csv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        var announced: [Day: Bool] = [:]
        for row in rows {
            let cells = row.split(separator: ",")
            announced[try #require(Day(iso: String(cells[0])))] = cells[1] == "work"
        }
        #expect(announced.count == 143)
        var day = try #require(Day(iso: "2023-01-01"))
        let end = try #require(Day(iso: "2027-01-01"))
        var count = 0
        while day < end {
            #expect(calendar.isWorkingDay(day) == announced[day] ?? !day.weekday.isWeekend, "\(day.text)")
            day = day.adding(days: 1)
            count += 1
        }
        #expect(count == 1461)
    }

    @Test("knows nothing of the years it does not list", arguments: ["2022-12-31", "2027-01-01"])
    func outside(day: String) throws {
        #expect(calendar.isWorkingDay(try #require(Day(iso: day))) == nil)
    }

    @Test(
        "a day that says nothing new, or stands in another year, is refused where it stands",
        arguments: [
            ("- 2023-01-02", "- 2023-01-07", "calendar[0].holidays[0]", "is a weekend day anyway"),
            ("- 2023-01-02", "- 2024-01-02", "calendar[0].holidays[0]", "is not in 2023"),
            ("- 2023-01-24", "- 2023-01-23", "calendar[0].holidays[2]", "the day is there twice"),
            ("- 2023-01-28", "- 2023-01-31", "calendar[0].make_up_days[0]", "is a working day anyway"),
            ("- 2023-01-02", "- 2023-02-30", "calendar[0].holidays[0]", "not a date"),
            ("- 2023-01-02", "- 2023-1-2", "calendar[0].holidays[0]", "not a date"),
            ("- year: 2023", "- year: 2022", "calendar", "the years have a gap"),
            ("- year: 2023", "- year: 2024", "calendar[1].year", "the year is there already"),
        ]
    )
    func refused(old: String, new: String, key: String, cause: String) throws {
        let draft = try Draft()
        try draft.replace(old + "\n", with: new + "\n", in: "law/calendar.yaml")
        #expect(draft.problems.contains { $0.keyPath == key && $0.cause.contains(cause) }, "\(draft.problems)")
    }
}
