/// Text as an input method in full-width mode leaves it, read as if it had been typed in half width.
package enum HalfWidth {
    /// The text with full-width digits, letters and signs (`０`, `／`, `：`, `．`, `－`) in ASCII, and every space that
    /// looks like one as a plain space; nil where there are none. Numerals such as `三` stay what they are.
    package static func folded(_ text: Span<UInt8>) -> [UInt8]? {
        guard mayHold(text) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count { Scalars.append(Scalars.next(in: text, at: &index), to: &bytes) }
        // Each of them takes fewer bytes in ASCII; what is no UTF-8 takes more as U+FFFD.
        return bytes.count < text.count ? bytes : nil
    }

    /// `folded` for text that stands in configuration; the text itself where there is nothing to fold.
    package static func folded(_ text: String) -> String {
        folded(text.utf8Span.span).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// Whether a byte occurs that begins such a character.
    private static func mayHold(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0xC2, 0xE2, 0xE3, 0xEF: return true
            default: continue
            }
        }
        return false
    }
}
