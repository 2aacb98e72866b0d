import Glibc

/// Times as HTTP writes them (RFC 9110 §5.6.7): `Mon, 03 Mar 2025 00:00:00 GMT`.
package enum HTTPDate {
    /// - Parameter seconds: since 1970 UTC.
    /// - Returns: the time in words.
    package static func text(_ seconds: Int64) -> String {
        var (time, fields) = (time_t(seconds), tm())
        gmtime_r(&time, &fields)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [fields.tm_hour, fields.tm_min, fields.tm_sec].map(two).joined(separator: ":")
        let date = "\(two(fields.tm_mday)) \(months[Int(fields.tm_mon)]) \(fields.tm_year + 1900)"
        return "\(days[Int(fields.tm_wday)]), \(date) \(clock) GMT"
    }

    private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
}
