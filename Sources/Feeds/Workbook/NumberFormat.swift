/// What a number in a cell stands for, as its format shows it.
enum NumberFormat: UInt8 {
    case number, date, time, dateTime, duration

    /// The formats every workbook has without naming them: ECMA-376 part 1, 18.8.30, those of the East Asian editions
    /// with them.
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 27...31, 36, 50...54, 57...58: .date
            case 18...21, 32...35, 45, 47, 55...56: .time
            case 22: .dateTime
            case 46: .duration
            default: .number
            }
    }

    /// From the code of a format, such as `yyyy"年"m"月"d"日";@`. The first of its sections counts.
    init(code: String) {
        var (hasDate, hasTime, hasMonth, isElapsed) = (false, false, false, false)
        var bytes = Array(code.utf8.prefix(1024))[...]
        while let byte = bytes.popFirst(), byte != UInt8(ascii: ";") {
            switch (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte {
            case UInt8(ascii: "\""): bytes = Self.behind(UInt8(ascii: "\""), in: bytes)
            case UInt8(ascii: "["):
                let inner = bytes.prefix { $0 != UInt8(ascii: "]") }
                isElapsed = isElapsed || !inner.isEmpty && inner.allSatisfy { [0x68, 0x6D, 0x73].contains($0 | 0x20) }
                bytes = Self.behind(UInt8(ascii: "]"), in: bytes)
            case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDate = true
            case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
            case UInt8(ascii: "m"): hasMonth = true
            case UInt8(ascii: "e"):
                // `E+` writes an exponent; `e` alone is the year of an era.
                if let next = bytes.first, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { continue }
                hasDate = true
            default:
                if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*") {
                    bytes = bytes.dropFirst()
                }
                if byte == UInt8(ascii: "G"), bytes.starts(with: "eneral".utf8) { bytes = bytes.dropFirst(6) }
            }
        }
        // `m` is the month, but minutes beside hours or seconds.
        if hasMonth, !hasTime, !isElapsed { hasDate = true }
        self = isElapsed ? .duration : hasDate ? hasTime ? .dateTime : .date : hasTime ? .time : .number
    }

    private static func behind(_ end: UInt8, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let place = bytes.firstIndex(of: end) else { return [] }
        return bytes[(place + 1)...]
    }
}
