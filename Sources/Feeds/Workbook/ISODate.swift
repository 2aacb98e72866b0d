/// Dates and times that a workbook writes out, as ISO 8601 has them.
enum ISODate {
    /// Appends `2016-02-24T10:00:00` as `2016-02-24 10:00:00`, without parts of a second where those are zero.
    static func append(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        for byte in text.prefix(64) {
            output.append(byte == UInt8(ascii: "T") ? UInt8(ascii: " ") : byte)
        }
        if output.last == UInt8(ascii: "Z") { output.removeLast() }
        guard text.contains(UInt8(ascii: ".")) else { return }
        while output.last == UInt8(ascii: "0") { output.removeLast() }
        if output.last == UInt8(ascii: ".") { output.removeLast() }
    }

    /// Appends `PT10H30M05S` as `10:30:05`; what is no such text as it is.
    static func append(duration text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        var parts: [UInt8: Int] = [:]
        var number = 0
        var isFraction = false
        for byte in text.prefix(64) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !isFraction { number = min(1_000_000, number * 10 + Int(byte - UInt8(ascii: "0"))) }
            case UInt8(ascii: "."), UInt8(ascii: ","): isFraction = true
            case UInt8(ascii: "P"), UInt8(ascii: "T"): continue
            case UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "S"):
                (parts[byte], number, isFraction) = (number, 0, false)
            default: return output.append(contentsOf: text)
            }
        }
        let values = "HMS".utf8.map { parts[$0] ?? 0 }
        output.append(contentsOf: values.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":").utf8)
    }
}
