/// Seconds since 1970 UTC, and how people in Asia/Shanghai (UTC+8, no daylight saving) write them.
///
/// On purpose not the daemon's own arithmetic: a mistake there must not be repeated here.
enum LocalTime {
    static let secondsPerDay: Int64 = 86_400
    private static let offset: Int64 = 28_800

    static func seconds(day: Int, _ hour: Int, _ minute: Int = 0) -> Int64 {
        Int64(day) * secondsPerDay + Int64(hour) * 3600 + Int64(minute) * 60 - offset
    }

    /// Days since 1970 of the local date.
    static func day(of seconds: Int64) -> Int {
        let local = seconds + offset
        return Int((local - (local % secondsPerDay + secondsPerDay) % secondsPerDay) / secondsPerDay)
    }

    /// `yyyy-MM-dd HH:mm:ss`
    static func text(_ seconds: Int64) -> String {
        let (hour, minute, second) = clock(seconds)
        return "\(date(day(of: seconds))) \(two(hour)):\(two(minute)):\(two(second))"
    }

    /// `yyyyMMddHHmmss`, as vendors write it into file names.
    static func compact(_ seconds: Int64) -> String {
        text(seconds).filter { $0 != "-" && $0 != ":" && $0 != " " }
    }

    /// `yyyy-MM-dd`
    static func date(_ day: Int) -> String {
        let (year, month, dayOfMonth) = civil(day)
        return "\(year)-\(two(month))-\(two(dayOfMonth))"
    }

    static func dayOfMonth(_ day: Int) -> Int { civil(day).day }

    /// Monday is 0; 1970-01-01 was a Thursday.
    static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    /// Days to the Gregorian date, counted from 1 March so that the leap day comes last.
    private static func civil(_ number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func clock(_ seconds: Int64) -> (Int, Int, Int) {
        let ofDay = Int(((seconds + offset) % secondsPerDay + secondsPerDay) % secondsPerDay)
        return (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }

    static func two(_ number: Int) -> String { padded(number, 2) }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
