import Model

extension Wording {
    /// Local time in Asia/Shanghai to the minute, such as `2025-03-01 08:00`.
    func moment(_ instant: Instant) -> String {
        instant.chinaMinuteText
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
}
