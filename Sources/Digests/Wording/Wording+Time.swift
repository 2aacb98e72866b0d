import Model

extension Wording {
    /// Local time in Asia/Shanghai to the minute, such as `2025-03-01 08:00`.
    func moment(_ instant: Instant) -> String {
        let minutes = floored(instant.microseconds, by: 60_000_000) + 8 * 60
        let day = floored(minutes, by: 24 * 60)
        let ofDay = minutes - day * 24 * 60
        return "\(date(day)) \(padded(ofDay / 60, to: 2)):\(padded(ofDay % 60, to: 2))"
    }

    /// How long from `start` to `end`, in words: days and hours, or hours and minutes within a day.
    func span(from start: Instant, to end: Instant) -> String {
        let microseconds = (Int128(end.microseconds) - Int128(start.microseconds)).magnitude
        let minutes = Int64(clamping: microseconds / 60_000_000)
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        guard minutes > 0 else { return self("不足1分钟", "less than a minute") }
        let parts =
            days > 0
            ? [(days, "天", "day"), (hours, "小时", "hour")]
            : [(hours, "小时", "hour"), (minutes % 60, "分钟", "minute")]
        let worded = parts.filter { $0.0 > 0 }.map { count, chinese, english in
            self("\(grouped(count))\(chinese)", "\(grouped(count)) \(english)\(count == 1 ? "" : "s")")
        }
        return worded.joined(separator: self("", " "))
    }

    private func floored(_ value: Int64, by divisor: Int64) -> Int64 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private func date(_ day: Int64) -> String {
        let shifted = day + 719_468
        let era = floored(shifted, by: 146_097)
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let dayOfMonth = ofYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        let calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0)
        return "\(padded(calendarYear, to: 4))-\(padded(calendarMonth, to: 2))-\(padded(dayOfMonth, to: 2))"
    }

    private func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
