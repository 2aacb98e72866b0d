/// Well-formed UTF-8 as table 3-7 of the Unicode Standard has it: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
enum StrictUTF8 {
    /// - Throws: `TextFault` at the first byte of what is no character, or is a control character other than tab and
    ///   line ends.
    static func check(_ bytes: Span<UInt8>) throws(TextFault) {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                guard PlainText.isText(first) else { throw TextFault(.control, at: index) }
                index += 1
                continue
            }
            let length = length(of: first)
            guard length > 0, index + length <= bytes.count, follows(first, bytes[index + 1]) else {
                throw TextFault(.undecodable, at: index)
            }
            for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
                throw TextFault(.undecodable, at: index)
            }
            // U+0080…U+009F, the second block of control characters.
            if first == 0xC2, bytes[index + 1] < 0xA0 { throw TextFault(.control, at: index) }
            index += length
        }
    }

    /// Whether all characters are whole and sound, whatever they are: control characters too.
    static func isWellFormed(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                index &+= 1
                continue
            }
            let length = length(of: first)
            guard length > 0, index &+ length <= bytes.count, follows(first, bytes[index &+ 1]) else { return false }
            for next in (index &+ 2)..<max(index &+ 2, index &+ length) where bytes[next] & 0xC0 != 0x80 {
                return false
            }
            index &+= length
        }
        return true
    }

    /// Whether a character of the blocks of Chinese writing occurs in sound UTF-8.
    static func holdsHan(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where (0xE3...0xE9).contains(bytes[index]) { return true }
        return false
    }

    /// How many bytes the character has that begins so; 0 where none does.
    @inline(__always)
    static func length(of first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// Whether the second byte may stand behind the first.
    @inline(__always)
    static func follows(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE0: 0xA0...0xBF ~= second
        case 0xED: 0x80...0x9F ~= second
        case 0xF0: 0x90...0xBF ~= second
        case 0xF4: 0x80...0x8F ~= second
        default: 0x80...0xBF ~= second
        }
    }
}
