/// Digits as bytes, read and written without allocating.
enum Digits {
    /// The value of an ASCII digit, or nil.
    @inline(__always)
    static func value(_ byte: UInt8) -> Int? {
        let value = byte &- 0x30
        return value < 10 ? Int(value) : nil
    }

    /// Between `least` and `most` digits at `index`, as many as there are; moves `index` past them. `most` is at most 18.
    @inline(__always)
    static func read(_ least: Int, _ most: Int, in text: Span<UInt8>, at index: inout Int, until end: Int) -> Int? {
        var result = 0
        var count = 0
        while count < most, index < end, let digit = value(text[index]) {
            result = result * 10 + digit
            count += 1
            index += 1
        }
        return count >= least ? result : nil
    }

    /// Appends `value` with at least `width` digits, zeros before it.
    static func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
        var count = 1
        var power: UInt64 = 1
        while value / power >= 10 {
            power *= 10
            count += 1
        }
        for _ in 0..<max(0, width - count) { bytes.append(0x30) }
        while power > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value / power % 10))
            power /= 10
        }
    }

    /// Where the text lies in `text` without the blanks around it.
    @inline(__always)
    static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
