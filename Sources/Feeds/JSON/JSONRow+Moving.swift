/// Moving over what is known to be sound.
extension JSONRow {
    mutating func skipBlanks(_ value: Span<UInt8>) {
        while cursor < value.count, JSONText.isBlank(value[cursor]) { cursor &+= 1 }
    }

    /// The next byte that is no blank, with the cursor on it.
    mutating func next(_ value: Span<UInt8>) -> UInt8? {
        skipBlanks(value)
        return cursor < value.count ? value[cursor] : nil
    }

    /// What stands between the quotes of the string the cursor is on; the cursor goes behind it.
    mutating func string(_ value: Span<UInt8>) -> Range<Int> {
        cursor += 1
        let start = cursor
        if isPlain { cursor = value.firstPlace(of: UInt8(ascii: "\""), from: cursor) }
        while cursor < value.count {
            let byte = value[cursor]
            if byte == UInt8(ascii: "\"") { break }
            cursor &+= byte == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(cursor, value.count)
        cursor = end + 1
        return min(start, end)..<end
    }

    /// A number, `true`, `false` or `null`.
    mutating func plain(_ value: Span<UInt8>) -> Range<Int> {
        let start = cursor
        while cursor < value.count {
            switch value[cursor] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D:
                return start..<cursor
            default: cursor += 1
            }
        }
        return start..<cursor
    }

    mutating func skip(_ value: Span<UInt8>) {
        var depth = 0
        while let byte = next(value) {
            switch byte {
            case UInt8(ascii: "\""): _ = string(value)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                cursor += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                cursor += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): cursor += 1
            default: _ = plain(value)
            }
            if depth <= 0 { return }
        }
    }
}
