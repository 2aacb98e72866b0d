/// A time written as one number: so many days or seconds since a certain moment.
enum CountedTime: String, Equatable, Sendable, CaseIterable {
    /// Days as Excel for Windows counts them: 1 is 1900-01-01, and the part behind the point is the time of day.
    case excel
    /// Days as Excel for the Macintosh counted them: 0 is 1904-01-01.
    case excel1904 = "excel-1904"
    /// Seconds since 1970-01-01 00:00 UTC.
    case unix
    /// Milliseconds since 1970-01-01 00:00 UTC.
    case unixMilliseconds = "unix-ms"

    /// Whether the number names a moment by itself, whatever the clocks of the source.
    var bearsOffset: Bool { self == .unix || self == .unixMilliseconds }

    /// The instant a number names; nil where it is none, or lies outside the years a record can come from.
    func instant(of text: Span<UInt8>, zone: Zone) -> Instant? {
        switch self {
        case .excel, .excel1904:
            guard let (day, milliseconds) = serial(text) else { return nil }
            return zone.instant(day, secondOfDay: milliseconds / 1000, microsecond: milliseconds % 1000 * 1000)
        case .unix: return unix(text, microseconds: 1_000_000)
        case .unixMilliseconds: return unix(text, microseconds: 1000)
        }
    }

    /// The day a number names, by the clocks of `zone` where it names a moment.
    func day(of text: Span<UInt8>, zone: Zone) -> Day? {
        switch self {
        case .excel, .excel1904: return serial(text)?.day
        case .unix, .unixMilliseconds:
            guard let instant = instant(of: text, zone: zone) else { return nil }
            return instant.local(offset: zone.offset(at: instant)).day
        }
    }

    private func unix(_ text: Span<UInt8>, microseconds: Int128) -> Instant? {
        guard let number = DecimalNumber(text, significantDigits: 36) else { return nil }
        guard let (floor, _) = number.scaled(by: microseconds), let exact = Int64(exactly: floor) else { return nil }
        let instant = Instant(microseconds: exact)
        return TimeFormat.years.contains(instant.local(offset: 0).day.year) ? instant : nil
    }

    /// What a binary fraction keeps of a number; more digits are its noise.
    private static let significantDigits = 17
    private static let millisecondsPerDay: Int128 = 86_400_000

    /// To the millisecond, as exact as a workbook keeps a time.
    private func serial(_ text: Span<UInt8>) -> (day: Day, milliseconds: Int)? {
        guard let number = DecimalNumber(text, significantDigits: Self.significantDigits) else { return nil }
        guard let (halves, _) = number.scaled(by: Self.millisecondsPerDay * 2), halves >= 0 else { return nil }
        let rounded = (halves + 1) / 2
        guard let days = Int64(exactly: rounded / Self.millisecondsPerDay), let day = day(days) else { return nil }
        return (day, Int(truncatingIfNeeded: rounded % Self.millisecondsPerDay))
    }

    /// 0 and 60 of the system of 1900 are no days: there `0 January` and `29 February 1900` are shown, which never were.
    private func day(_ serial: Int64) -> Day? {
        let start: Int64
        switch self {
        case .excel1904: start = Self.number(1904, 1, 1)
        case .excel where serial == 0 || serial == 60: return nil
        case .excel: start = Self.number(1899, 12, 31) - (serial > 60 ? 1 : 0)
        case .unix, .unixMilliseconds: return nil
        }
        guard serial < 1_000_000 else { return nil }
        let day = Day(number: Int32(clamping: start + serial))
        return TimeFormat.years.contains(day.year) ? day : nil
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        Int64(Day(year: year, month: month, day: day)?.number ?? 0)
    }
}
