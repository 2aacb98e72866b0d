/// Leaves out the blanks around a value: ASCII spaces, tabs, line ends, and the ideographic space U+3000.
enum Trimming {
    /// Where the value stands in UTF-8 text.
    @inline(__always)
    static func range(of text: Span<UInt8>) -> Range<Int> {
        var start = 0
        var end = text.count
        while start < end {
            if isBlank(text[start]) {
                start &+= 1
            } else if text[start] == 0xE3, isIdeographicSpace(text, at: start, before: end) {
                start &+= 3
            } else {
                break
            }
        }
        while start < end {
            if isBlank(text[end &- 1]) {
                end &-= 1
            } else if text[end &- 1] == 0x80, isIdeographicSpace(text, at: end &- 3, before: end) {
                end &-= 3
            } else {
                break
            }
        }
        return start..<end
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == LineEnds.newline || byte == LineEnds.carriageReturn
    }

    private static func isIdeographicSpace(_ text: Span<UInt8>, at index: Int, before end: Int) -> Bool {
        guard index >= 0, index + 3 <= end else { return false }
        return text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
    }
}
