/// 电话号码: digits alone, without the country code.
package enum Phone: PersonalIdentifier {
    /// Mobiles are `1[3-9]` and nine digits; landlines have an area code, such as `07448283900`. Anything else is kept
    /// with the defect `form`.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        let isMasked = Cleaning.append(source, to: &bytes, dropping: isPunctuation)
        dropCountryCode(in: &bytes, from: start)
        if isMasked { return maskAgain(from: start, in: &bytes) }
        if Cleaning.isAbsent(bytes, from: start) {
            bytes.removeSubrange(start...)
            return .absent
        }
        return .value(defect: isWellFormed(bytes.span.extracting(start...)) ? nil : .form)
    }

    /// First three and last four; of short numbers the last two.
    package static func shown(of count: Int) -> (first: Int, last: Int) {
        switch count {
        case 10...: (3, 4)
        case 7...9: (0, 2)
        default: (min(count, 1), 0)
        }
    }

    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x28, 0x29, 0x2D, 0x2010...0x2015, 0x2019, 0x2212: true
        default: false
        }
    }

    /// `+86`, `0086`, or `86` before a whole mobile number.
    private static func dropCountryCode(in bytes: inout [UInt8], from start: Int) {
        let length = countryCode(of: bytes.span.extracting(start...))
        guard length > 0 else { return }
        bytes.removeSubrange(start..<(start + length))
        guard bytes.count - start >= 9, bytes[start] != UInt8(ascii: "0") else { return }
        guard bytes[start] != UInt8(ascii: "1") || bytes[start + 1] == UInt8(ascii: "0") else { return }
        // +86 744… stands for 0744…, and +86 10… for 010…; mobiles begin with 13 to 19.
        bytes.insert(UInt8(ascii: "0"), at: start)
    }

    private static func countryCode(of text: Span<UInt8>) -> Int {
        if begins(text, with: "+86") { return 3 }
        if begins(text, with: "0086") { return 4 }
        return text.count == 13 && begins(text, with: "861") ? 2 : 0
    }

    private static func begins(_ text: Span<UInt8>, with prefix: String) -> Bool {
        var index = 0
        for byte in prefix.utf8 {
            guard index < text.count, text[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private static func isWellFormed(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 10, text.count <= 12, Cleaning.isDigits(text) else { return false }
        switch text[0] {
        case UInt8(ascii: "1"): return text.count == 11 && text[1] >= UInt8(ascii: "3")
        case UInt8(ascii: "0"): return text[1] >= UInt8(ascii: "1")
        default: return false
        }
    }
}
