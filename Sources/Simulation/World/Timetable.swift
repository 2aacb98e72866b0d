/// The days simulated and the times at which each feed is exported.
package struct Timetable: Sendable {
    /// Days since 1970 of the first day.
    package let start: Int
    package let days: Int

    /// 09:00 on the morning after the last day: what the answer key holds for.
    package var asOf: Int64 { morning(days, 9) }

    /// The morning of a day counted from the first; `morning(days, …)` follows the last day.
    package func morning(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Int64 {
        LocalTime.seconds(day: start + day, hour, minute)
    }

    func cases(_ day: Int) -> Int64 { morning(day, 8, 30) }
    func recordings(_ day: Int) -> Int64 { morning(day, 6, 30) }
    func breath(_ day: Int) -> Int64 { morning(day, 6) }
    func violations(_ day: Int) -> Int64 { morning(day, 6, 20) }
    func notices(_ day: Int) -> Int64 { morning(day, 6, 10) }
    func registers(_ day: Int) -> Int64 { morning(day, 5, 40) }
    func exhibits(_ day: Int) -> Int64 { morning(day, 8, 40) }
    func duties(_ day: Int) -> Int64 { morning(day, 5, 20) }

    /// The register of the directly subordinate brigades falls silent three days before the end.
    package func lastCases(_ register: CaseEntry.Register) -> Int64 {
        switch register {
        case .county: cases(days)
        case .direct: cases(days - 3)
        }
    }

    package var lastRecordings: Int64 { recordings(days) }
    package var lastBreath: Int64 { breath(days) }
    package var lastViolations: Int64 { violations(days) }
    package var lastNotices: Int64 { notices(days) }
    package var lastExhibits: Int64 { exhibits(days) }
    package var lastRegisters: Int64 { registers(days) }
}
