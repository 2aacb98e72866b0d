import Model
import Testing

@Suite struct ClockTests {
    /// May Day and the National Day of 2025 and the Saturdays and Sundays worked for them.
    private let calendar = WorkCalendar(
        holidays: days("2025-05-01", "2025-05-02", "2025-05-05", "2025-12-31"),
        makeUpDays: days("2025-04-27"),
        years: 2025...2025
    )

    private static func days(_ texts: String...) -> Set<Day> { Set(texts.compactMap { Day(iso: $0) }) }

    private func clock(_ length: Clock.Length, warning: Int64? = nil) -> Clock {
        let validity = Validity(from: Day(number: 0), until: nil, citation: "test")
        return Clock(code: "X", nameChinese: "", nameEnglish: "", length: length, warning: warning, validity: validity)
    }

    private func china(_ text: String) throws -> Instant {
        let bytes = Array(text.utf8)
        return try #require(try TimeFormat("yyyy-MM-dd HH:mm:ss").parse(bytes.span, zone: .china))
    }

    @Test("a working day is Monday to Friday, but for holidays and make-up days")
    func workingDays() throws {
        func isWorked(_ text: String) throws -> Bool? { calendar.isWorkingDay(try #require(Day(iso: text))) }
        #expect(try isWorked("2025-04-25") == true)
        #expect(try isWorked("2025-04-26") == false)
        #expect(try isWorked("2025-04-27") == true)
        #expect(try isWorked("2025-05-01") == false)
        #expect(try isWorked("2025-05-06") == true)
        #expect(try isWorked("2024-12-31") == nil)
        #expect(try isWorked("2026-01-01") == nil)
    }

    /// The notice of the State Council's office for 2025.
    @Test("2025 has 248 working days")
    func wholeYear() throws {
        let off = [
            "01-01", "01-28", "01-29", "01-30", "01-31", "02-03", "02-04", "04-04", "05-01", "05-02", "05-05", "06-02",
            "10-01", "10-02", "10-03", "10-06", "10-07", "10-08",
        ]
        let worked = ["01-26", "02-08", "04-27", "09-28", "10-11"]
        let year = WorkCalendar(
            holidays: Set(off.compactMap { Day(iso: "2025-" + $0) }),
            makeUpDays: Set(worked.compactMap { Day(iso: "2025-" + $0) }),
            years: 2025...2025
        )
        let first = try #require(Day(iso: "2025-01-01"))
        let days = (0..<365).map { first.adding(days: $0) }
        #expect(days.filter { year.isWorkingDay($0) == true }.count == 248)
        #expect(days.filter { year.isWorkingDay($0) == nil }.isEmpty)
        #expect(year.day(248, workingDaysAfter: first) == (try #require(Day(iso: "2025-12-31")), false))
        #expect(year.day(249, workingDaysAfter: first) == (try #require(Day(iso: "2026-01-01")), true))
    }

    @Test(
        "limits end when the ruling says",
        arguments: [
            (Clock.Length.hours(24), "2025-04-30 08:30:15", "2025-05-01 08:30:15"),
            (.days(3), "2025-04-30 00:00:00", "2025-05-04 00:00:00"),
            (.days(3), "2025-04-30 23:59:59", "2025-05-04 00:00:00"),
            (.workingDays(1), "2025-04-25 10:00:00", "2025-04-28 00:00:00"),
            (.workingDays(3), "2025-04-25 10:00:00", "2025-04-30 00:00:00"),
            (.workingDays(5), "2025-04-28 10:00:00", "2025-05-09 00:00:00"),
            (.workingDays(5), "2025-05-03 10:00:00", "2025-05-13 00:00:00"),
        ]
    )
    func due(length: Clock.Length, start: String, end: String) throws {
        #expect(clock(length).deadline(from: try china(start), calendar: calendar).at.chinaSecondText == end)
    }

    @Test("the day of a start is the day in China")
    func chinaDay() throws {
        let late = try #require(Instant(rfc3339: "2025-04-28T16:30:00Z"))
        #expect(clock(.days(1)).deadline(from: late, calendar: calendar).at.chinaSecondText == "2025-05-01 00:00:00")
    }

    @Test("beyond the calendar every Monday to Friday is taken for a working day, and the deadline is provisional")
    func beyond() throws {
        let start = try china("2025-12-29 10:00:00")
        func deadline(_ length: Clock.Length) -> (String, Bool) {
            let deadline = clock(length).deadline(from: start, calendar: calendar)
            return (deadline.at.chinaSecondText, deadline.isProvisional)
        }
        #expect(deadline(.workingDays(1)) == ("2025-12-31 00:00:00", false))
        #expect(deadline(.workingDays(2)) == ("2026-01-02 00:00:00", true))
        #expect(deadline(.workingDays(13)) == ("2026-01-17 00:00:00", true))
        #expect(deadline(.workingDays(14)) == ("2026-01-20 00:00:00", true))
        #expect(deadline(.days(30)) == ("2026-01-29 00:00:00", false))
        let early = clock(.workingDays(400)).deadline(from: try china("2023-06-30 10:00:00"), calendar: calendar)
        #expect(early.isProvisional)
        #expect(early.at.chinaSecondText == "2025-01-11 00:00:00")
    }

    @Test("a warning is counted in the unit of its limit, and comes before the end")
    func warning() throws {
        let start = try china("2025-04-28 10:00:00")
        let send = clock(.workingDays(5), warning: 3)
        #expect(send.warning(from: start, calendar: calendar)?.chinaSecondText == "2025-05-07 00:00:00")
        let accept = clock(.hours(24), warning: 20)
        #expect(accept.warning(from: start, calendar: calendar)?.chinaSecondText == "2025-04-29 06:00:00")
        #expect(clock(.hours(24)).warning(from: start, calendar: calendar) == nil)
    }

    @Test("a later start is never due earlier, and a longer limit never either")
    func monotone() throws {
        var chance = Chance(seed: 19)
        let first = try china("2025-01-01 00:00:00")
        var wrong = 0
        for _ in 0..<2000 {
            let start = first.adding(seconds: Int64.random(in: 0...(86_400 * 300), using: &chance))
            let later = start.adding(seconds: Int64.random(in: 0...(86_400 * 10), using: &chance))
            let count = Int64.random(in: 0...20, using: &chance)
            for make in [Clock.Length.hours, Clock.Length.days, Clock.Length.workingDays] {
                let due = clock(make(count)).deadline(from: start, calendar: calendar)
                let dueLater = clock(make(count)).deadline(from: later, calendar: calendar)
                let dueLonger = clock(make(count + 1)).deadline(from: start, calendar: calendar)
                if dueLater.at < due.at || dueLonger.at <= due.at || due.at < start { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }

    @Test("limits beyond all reckoning do not trap")
    func extremes() {
        for instant in [Instant(microseconds: .min), Instant(microseconds: .max), Instant(microseconds: 0)] {
            for count in [Int64.min, -1, 0, .max] {
                for make in [Clock.Length.hours, Clock.Length.days, Clock.Length.workingDays] {
                    _ = clock(make(count), warning: count).deadline(from: instant, calendar: calendar)
                    _ = clock(make(count), warning: count).warning(from: instant, calendar: calendar)
                }
            }
        }
    }
}
