import Model

extension Instant {
    /// Asia/Shanghai has kept UTC+8 without summer time since 1992; nothing Docket reads is older.
    private static let offset: Int64 = 8 * 3600

    /// The calendar day in Asia/Shanghai.
    var shanghaiDay: Day {
        let local = adding(seconds: Self.offset).microseconds
        let length: Int64 = 86_400_000_000
        let whole = local / length
        return Day(number: Int32(clamping: local % length < 0 ? whole - 1 : whole))
    }

    /// 24:00 of a day in Asia/Shanghai.
    init(endOf day: Day) {
        self = Instant(microseconds: 0).adding(seconds: (Int64(day.number) + 1) * 86_400 - Self.offset)
    }
}

extension Day {
    /// The year, by the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms", 2013).
    var year: Int {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Years of this reckoning begin on 1 March.
        return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0)
    }

    var isWeekend: Bool {
        // 1970-01-01 was a Thursday; Saturday and Sunday are then 2 and 3 days on.
        let weekday = (Int(number) % 7 + 7) % 7
        return weekday == 2 || weekday == 3
    }

    func adding(days: Int64) -> Day {
        let (sum, overflow) = Int64(number).addingReportingOverflow(days)
        return Day(number: overflow ? (days < 0 ? .min : .max) : Int32(clamping: sum))
    }
}
