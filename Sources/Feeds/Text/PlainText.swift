/// Looks at bytes eight at a time for what most cells are: printable ASCII.
enum PlainText {
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let spaces: UInt64 = 0x2020_2020_2020_2020
    private static let delete = BytePattern(0x7F)

    @inline(__always)
    static func isPrintableASCII(_ bytes: Span<UInt8>) -> Bool {
        let raw = bytes.bytes
        var index = 0
        var bad: UInt64 = 0
        while index &+ 8 <= bytes.count {
            let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The subtraction borrows from bytes below a space; what it then wrongly finds stands beside a right find.
            bad |= (word | ((word &- spaces) & ~word)) & highBits | delete.matches(in: word)
            index &+= 8
        }
        guard bad == 0 else { return false }
        while index < bytes.count {
            guard isPrintable(bytes[index]) else { return false }
            index &+= 1
        }
        return true
    }

    /// How many of the first of eight bytes are ASCII, no control characters, and neither of two bytes.
    @inline(__always)
    static func length(_ word: UInt64, _ stops: (BytePattern, BytePattern)) -> Int {
        // As above: of what is found the first is right.
        let bad = (word | ((word &- spaces) & ~word)) & highBits | stops.0.matches(in: word) | stops.1.matches(in: word)
        return UInt64(littleEndian: bad).trailingZeroBitCount / 8
    }

    @inline(__always)
    static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    /// Whether an ASCII byte may stand in a text: printable, a tab, or part of a line end.
    @inline(__always)
    static func isText(_ byte: UInt8) -> Bool {
        isPrintable(byte) || byte == 0x09 || byte == LineEnds.newline || byte == LineEnds.carriageReturn
    }
}
