/// What stands between the quotes of a JSON string that is known to be sound.
enum JSONText {
    /// What may stand between values.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    static func hex(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Appends the string with its escapes undone.
    ///
    /// - Returns: false where a surrogate stands alone, which is no character.
    static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let plain = bytes.firstPlace(of: UInt8(ascii: "\\"), from: index)
            text.append(copying: bytes.extracting(index..<plain))
            index = plain
            guard index + 1 < bytes.count else { return true }
            guard let length = appendEscape(bytes, at: index, to: &text) else { return false }
            index += length
        }
        return true
    }

    /// - Returns: the bytes the escape takes.
    private static func appendEscape(_ bytes: Span<UInt8>, at index: Int, to text: inout [UInt8]) -> Int? {
        switch bytes[index + 1] {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let first = unit(bytes, at: index) else { return nil }
            if let scalar = Unicode.Scalar(first) {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return 6
            }
            guard (0xD800...0xDBFF).contains(first), let second = unit(bytes, at: index + 6),
                (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { return nil }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            return 12
        default: text.append(bytes[index + 1])
        }
        return 2
    }

    /// The number behind `\u` at this index, or nil where no such escape stands there.
    private static func unit(_ bytes: Span<UInt8>, at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt32 = 0
        for place in (index + 2)..<(index + 6) {
            guard let digit = hex(bytes[place]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// What ends a string or a part of it that stands for itself.
    private static let stops = (BytePattern(UInt8(ascii: "\"")), BytePattern(UInt8(ascii: "\\")))

    /// The first byte of a string that is not simply part of it, or part of a character cut off by the end.
    @inline(__always)
    static func plain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        let (raw, end) = (bytes.bytes, min(end, bytes.count))
        var index = start
        while index < end {
            while index &+ 8 <= end {
                let plain = PlainText.length(raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self), stops)
                index &+= plain
                if plain < 8 { break }
            }
            guard index < end else { break }
            let byte = bytes[index]
            if byte >= 0x80 {
                let length = StrictUTF8.length(of: byte)
                guard length > 0, index &+ length <= end, StrictUTF8.follows(byte, bytes[index &+ 1]),
                    length < 3 || bytes[index &+ 2] & 0xC0 == 0x80, length < 4 || bytes[index &+ 3] & 0xC0 == 0x80
                else { break }
                index &+= length
            } else if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                break
            } else {
                index &+= 1
            }
        }
        return index
    }
}
