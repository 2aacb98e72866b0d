import Glibc

/// A second in Asia/Shanghai, written as ISO 8601. The zone has stood at +08:00 without summer time since 1991.
struct ShanghaiStamp: CustomStringConvertible {
    let seconds: Int64

    var description: String {
        var shifted = time_t(clamping: seconds.addingReportingOverflow(8 * 3600).partialValue)
        var parts = tm()
        guard gmtime_r(&shifted, &parts) != nil else { return "\(seconds)" }
        let date =
            "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }.joined(separator: ":")
        return "\(date)T\(time)+08:00"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
