/// The fields of a time as they were read, not yet known to make one.
struct TimeFields {
    var year = 0
    var month = 0
    var dayOfMonth = 0
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0
    var isAfternoon: Bool?
    var offset: Int?

    /// Nil where the calendar has no such day.
    var day: Day? {
        guard TimeFormat.years.contains(year) else { return nil }
        return Day(year: year, month: month, day: dayOfMonth)
    }

    /// Nil where the clock has no such time.
    var secondOfDay: Int? {
        guard hour <= 23, minute <= 59, second <= 59 else { return nil }
        guard let isAfternoon else { return hour * 3600 + minute * 60 + second }
        guard (1...12).contains(hour) else { return nil }
        // Twelve o'clock is the first hour of either half of the day.
        let hour = hour % 12 + (isAfternoon ? 12 : 0)
        return hour * 3600 + minute * 60 + second
    }
}
