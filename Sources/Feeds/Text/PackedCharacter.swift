/// The UTF-8 of one character in one word, first byte lowest; or one of two marks for what a text may not hold.
enum PackedCharacter {
    static let undecodable: UInt32 = 0
    static let control: UInt32 = 1

    /// - Parameter character: Nil where a code stands for none.
    /// - Returns: its UTF-8, or why it is refused.
    static func packed(_ character: Unicode.Scalar?) -> UInt32 {
        guard let character, let utf8 = UTF8.encode(character) else { return undecodable }
        switch character.value {
        case 0x80...0x9F: return control
        // Private use, and the mark that stands for what could not be decoded.
        case 0xE000...0xF8FF, 0xF_0000...0x10_FFFF, 0xFFFD: return undecodable
        default: return utf8.enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
        }
    }

    /// Appends a character that is none of the marks.
    @inline(__always)
    static func append(_ packed: UInt32, to output: inout OutputSpan<UInt8>) {
        var rest = packed
        while rest != 0 {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest &>>= 8
        }
    }

    /// Appends a character that is none of the marks.
    @inline(__always)
    static func append(_ packed: UInt32, to output: inout [UInt8]) {
        var rest = packed
        while rest != 0 {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest &>>= 8
        }
    }
}
