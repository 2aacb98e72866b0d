/// Finds in text that decodes what nobody ever wrote: the traces of text that was once decoded as another character set.
///
/// Found are the mark for what could not be decoded (U+FFFD) and what GBK makes of two of them (`锟斤拷`); what GBK makes of
/// uninitialised memory (`烫烫烫`, `屯屯屯`); and UTF-8 taken for windows-1252 (`Ã¤`, `â€œ`).
enum Mojibake {
    private static let traces = ["锟斤拷", "烫烫烫", "屯屯屯"].map { Array($0.utf8) }

    /// Where such a trace begins in sound UTF-8; nil where there is none.
    static func place(in text: Span<UInt8>) -> Int? {
        var index = 0
        var firstBeyondASCII = -1
        // Only these begin the characters of windows-1252.
        var mayBeLatin = true
        while index < text.count {
            let first = text[index]
            if first < 0x80 {
                index &+= 1
                continue
            }
            if firstBeyondASCII < 0 { firstBeyondASCII = index }
            switch first {
            case 0xEF:
                mayBeLatin = false
                if index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD { return index }
            case 0xE5, 0xE7, 0xE9:
                mayBeLatin = false
                for trace in traces where begins(trace, in: text, at: index) { return index }
            case 0xC2, 0xC3, 0xC5, 0xC6, 0xCB, 0xE2: break
            default: mayBeLatin = false
            }
            index &+= max(1, StrictUTF8.length(of: first))
        }
        guard firstBeyondASCII >= 0, mayBeLatin, isUTF8TakenForLatin(text) else { return nil }
        return firstBeyondASCII
    }

    private static func begins(_ trace: [UInt8], in text: Span<UInt8>, at index: Int) -> Bool {
        guard text.count - index >= trace.count else { return false }
        for offset in trace.indices where text[index + offset] != trace[offset] { return false }
        return true
    }

    /// Whether the bytes windows-1252 has for this text are sound UTF-8: no language puts its letters so.
    private static func isUTF8TakenForLatin(_ text: Span<UInt8>) -> Bool {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var decoder = text.withUnsafeBufferPointer { Array($0) }.makeIterator()
        var scalars = UTF8()
        while case .scalarValue(let scalar) = scalars.decode(&decoder) {
            guard let byte = windowsByte(of: scalar.value) else { return false }
            bytes.append(byte)
        }
        do throws(TextFault) {
            try StrictUTF8.check(bytes.span)
            return true
        } catch {
            return false
        }
    }

    private static func windowsByte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x80 || (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
        return windows.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    /// What windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
