/// Working days, as the notices of the State Council have them for the year after the usual first day of a simulation.
///
/// On purpose not the daemon's own calendar: a mistake there must not be repeated here.
enum WorkingDays {
    static func isWorked(_ day: Int) -> Bool {
        let date = LocalTime.date(day)
        return extra.contains(date) || (LocalTime.weekday(day) < 5 && !off.contains(date))
    }

    /// The day so many working days after another.
    static func after(_ day: Int, _ count: Int) -> Int {
        var (day, left) = (day, count)
        while left > 0 {
            day += 1
            if isWorked(day) { left -= 1 }
        }
        return day
    }

    private static let off: Set<String> = [
        "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02", "2025-10-03",
        "2025-10-06", "2025-10-07", "2025-10-08", "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18",
        "2026-02-19", "2026-02-20", "2026-02-23",
    ]

    private static let extra: Set<String> = [
        "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28",
    ]
}

/// When a limit is over: day limits start on the next day and end at 24:00 of the last.
enum Limit {
    static func days(_ count: Int, after time: Int64) -> Int64 {
        LocalTime.seconds(day: LocalTime.day(of: time) + count + 1, 0)
    }

    static func workingDays(_ count: Int, after time: Int64) -> Int64 {
        LocalTime.seconds(day: WorkingDays.after(LocalTime.day(of: time), count) + 1, 0)
    }

    static func hours(_ count: Int64, after time: Int64) -> Int64 { time + count * 3_600 }
}
