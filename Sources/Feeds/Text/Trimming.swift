/// Leaves out the blanks around a value: ASCII spaces, tabs, line ends, the ideographic space U+3000, and what copied
/// text carries along unseen: the no-break space, the byte order mark and the space without width.
enum Trimming {
    /// Where the value stands in UTF-8 text.
    @inline(__always)
    static func range(of text: Span<UInt8>) -> Range<Int> {
        var start = 0
        var end = text.count
        while start < end {
            let width = isBlank(text[start]) ? 1 : text[start] < 0x80 ? 0 : wideBlank(in: text, at: start, before: end)
            guard width > 0 else { break }
            start &+= width
        }
        while start < end {
            let last = text[end &- 1]
            let width = isBlank(last) ? 1 : last < 0x80 ? 0 : wideBlank(in: text, from: start, endingAt: end)
            guard width > 0 else { break }
            end &-= width
        }
        return start..<end
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == LineEnds.newline || byte == LineEnds.carriageReturn
    }

    /// How many bytes the blank at `index` takes; zero where there is none.
    private static func wideBlank(in text: Span<UInt8>, at index: Int, before end: Int) -> Int {
        let left = end - index
        if left >= 2, text[index] == 0xC2, text[index + 1] == 0xA0 { return 2 }
        guard left >= 3 else { return 0 }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B): return 3
        default: return 0
        }
    }

    private static func wideBlank(in text: Span<UInt8>, from start: Int, endingAt end: Int) -> Int {
        for width in 2...3 where end - start >= width {
            if wideBlank(in: text, at: end - width, before: end) == width { return width }
        }
        return 0
    }
}
