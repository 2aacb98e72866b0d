import Model

/// Days and parts of days counted from the start of a workbook's calendar, as text.
enum SerialDate {
    /// The day before the first one a workbook can show and the day after the last: 9999-12-31.
    private static let lastDay = 2_958_465.0

    /// Appends `yyyy-MM-dd`, `HH:mm:ss` or both. Where the format shows only one of the two and the number holds the other
    /// as well, both are written: nothing is left out.
    ///
    /// - Returns: false where the number is no date.
    static func append(_ serial: Double, _ format: NumberFormat, is1904: Bool, to output: inout [UInt8]) -> Bool {
        guard serial >= 0, serial + (is1904 ? 1462 : 0) < lastDay + 1 else { return false }
        // To the second; what is stored of a time of day is off by less than a millisecond.
        let seconds = Int64((serial * 86_400).rounded())
        let (day, time) = (seconds / 86_400, seconds % 86_400)
        switch format {
        case .number: return false
        case .duration: appendTime(seconds, to: &output)
        case .time where day == 0: appendTime(time, to: &output)
        case .date where time == 0: appendDay(day, is1904, to: &output)
        case .time, .date, .dateTime:
            if day > 0 || is1904 {
                appendDay(day, is1904, to: &output)
                output.append(UInt8(ascii: " "))
            }
            appendTime(time, to: &output)
        }
        return true
    }

    /// The calendar of 1900 has a 29 February 1900, number 60, which never was; days before it are one off.
    private static func appendDay(_ day: Int64, _ is1904: Bool, to output: inout [UInt8]) {
        if !is1904, day == 60 { return output.append(contentsOf: "1900-02-29".utf8) }
        let sinceEpoch = is1904 ? day - 24_107 : day < 60 ? day - 25_568 : day - 25_569
        output.append(contentsOf: Day(number: Int32(clamping: sinceEpoch)).text.utf8)
    }

    private static func appendTime(_ seconds: Int64, to output: inout [UInt8]) {
        appendTwo(seconds / 3600, to: &output)
        output.append(UInt8(ascii: ":"))
        appendTwo(seconds / 60 % 60, to: &output)
        output.append(UInt8(ascii: ":"))
        appendTwo(seconds % 60, to: &output)
    }

    private static func appendTwo(_ number: Int64, to output: inout [UInt8]) {
        if number < 10 { output.append(UInt8(ascii: "0")) }
        output.append(contentsOf: String(number).utf8)
    }
}
