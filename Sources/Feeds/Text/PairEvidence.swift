/// Tells by what stands in a text which set of two-byte characters it is written in: GB18030 or Big5.
///
/// Both give almost any two bytes a meaning, so that decoding proves nothing. But people write few of those characters:
/// in GB 2312 the 3,755 in common use stand in rows 16 to 55 (first bytes 0xB0 to 0xD7), in Big5 the 5,401 in common
/// use stand from 0xA440 to 0xC67E; each is more than nine in ten of any running text, and far less of the other's.
struct PairEvidence: Equatable {
    /// Characters of two bytes.
    private(set) var pairs = 0
    private var commonInGB = 0
    private var commonInBig5 = 0
    /// What can be no character of two bytes in the set.
    private var brokenInGB = 0
    private var brokenInBig5 = 0
    /// What GB 2312 has kana, Greek, Cyrillic and lines for, which look like the simplest characters of Big5.
    private var signsInGB = 0
    /// One bit for each first byte seen.
    private var firsts: UInt128 = 0

    enum Verdict: Equatable { case gb18030, big5, unclear }

    /// So few characters are in doubt whatever they are.
    private static let fewest = 6
    /// A sign that is repeated, such as `μ` before every unit, is no text.
    private static let fewestFirsts = 8

    /// Looks at a piece of text that begins and ends between characters.
    mutating func take(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            index &+= 1
            guard first >= 0x80 else { continue }
            guard index < bytes.count else { return take(first, 0) }
            let second = bytes[index]
            // What follows a broken character may begin the next one, and ASCII such as a comma must not be lost.
            if second >= 0x30 { index &+= 1 }
            take(first, second)
        }
    }

    /// Counts one character of two bytes, or what may be the first half of one of four.
    @inline(__always)
    mutating func take(_ first: UInt8, _ second: UInt8) {
        pairs &+= 1
        let isHigh = second >= 0xA1 && second != 0xFF
        let isLow = second >= 0x40 && second <= 0x7E
        if first == 0x80 || first == 0xFF || second == 0x7F || second == 0xFF || second < 0x30
            || (second >= 0x3A && second < 0x40)
        {
            brokenInGB &+= 1
        }
        if first == 0x80 || first == 0xFF || !(isHigh || isLow) { brokenInBig5 &+= 1 }
        // Punctuation stands in rows A1 to A3 of both.
        if isHigh, first >= 0xB0 && first <= 0xD7 || first >= 0xA1 && first <= 0xA3 { commonInGB &+= 1 }
        if isHigh || isLow, first >= 0xA1, first < 0xC6 || first == 0xC6 && isLow { commonInBig5 &+= 1 }
        if isHigh, first >= 0xA4, first <= 0xA9 { signsInGB &+= 1 }
        firsts |= 1 << UInt128(first & 0x7F)
    }

    /// Whether it is more than a few words or signs over and over.
    var isVaried: Bool { firsts.nonzeroBitCount >= Self.fewestFirsts }

    var verdict: Verdict {
        guard pairs >= Self.fewest else { return .unclear }
        // One torn character in two hundred is a slip of the source, for its row to answer.
        let slips = pairs / 200
        let isFarFromGB = commonInGB * 4 <= pairs * 3 && signsInGB * 2 <= pairs
        if brokenInBig5 <= slips, commonInBig5 * 10 >= pairs * 9, isFarFromGB, isVaried { return .big5 }
        let isFarFromBig5 = brokenInBig5 > slips || (commonInGB - commonInBig5) * 20 >= pairs * 3
        if brokenInGB <= slips, commonInGB * 20 >= pairs * 17, isFarFromBig5 { return .gb18030 }
        return .unclear
    }
}
