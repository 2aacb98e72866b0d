import Glibc

/// Numbers as workbooks store them: as text of a binary number.
enum CellNumber {
    /// Appends the shortest decimal text that reads back to the same number, without an exponent where that takes no more
    /// than 21 digits. What is no number stays as it is.
    static func append(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
        guard !isPlain(text) else { return output.append(contentsOf: text) }
        guard let value = value(of: text) else { return output.append(contentsOf: text) }
        append(value, to: &output)
    }

    static func append(_ value: Double, to output: inout [UInt8]) {
        guard value.isFinite else { return }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
            return output.append(contentsOf: String(whole).utf8)
        }
        var digits = Array(value.description.utf8)
        if digits.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "0")] { digits.removeLast(2) }
        guard let mark = digits.firstIndex(of: UInt8(ascii: "e")) else { return output.append(contentsOf: digits) }
        guard let power = Int(String(decoding: digits[(mark + 1)...], as: UTF8.self)), (-7...20).contains(power) else {
            return output.append(contentsOf: digits)
        }
        appendShifted(digits[..<mark], by: power, to: &output)
    }

    /// The number the text stands for.
    static func value(of text: UnsafeRawBufferPointer) -> Double? {
        guard !text.isEmpty, text.count <= 64 else { return nil }
        let value = Double(String(decoding: text, as: UTF8.self))
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// Whether the text is the shortest already: up to 15 digits, none of them idle. Any two such texts stand for two
    /// binary numbers.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count <= 16, let last = text.last else { return false }
        var (digits, hasPoint) = (0, false)
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "-") where index == 0: continue
            case UInt8(ascii: ".") where !hasPoint && digits > 0: hasPoint = true
            default: return false
            }
        }
        guard (1...15).contains(digits), last != UInt8(ascii: "."), !hasPoint || last != UInt8(ascii: "0") else {
            return false
        }
        let first = text[0] == UInt8(ascii: "-") ? 1 : 0
        return text[first] != UInt8(ascii: "0") || text.count == first + 1 && first == 0
            || text.count > first + 1 && text[first + 1] == UInt8(ascii: ".")
    }

    private static func appendShifted(_ digits: ArraySlice<UInt8>, by power: Int, to output: inout [UInt8]) {
        if digits.first == UInt8(ascii: "-") { output.append(UInt8(ascii: "-")) }
        let plain = digits.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if power < 0 {
            output.append(contentsOf: "0.".utf8)
            output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -power - 1))
            return output.append(contentsOf: plain)
        }
        output.append(contentsOf: plain.prefix(power + 1))
        guard plain.count > power + 1 else {
            return output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: power + 1 - plain.count))
        }
        output.append(UInt8(ascii: "."))
        output.append(contentsOf: plain.dropFirst(power + 1))
    }
}
