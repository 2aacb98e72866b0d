/// What identifiers have in common before their own rules apply.
enum Cleaning {
    /// Appends `source` folded to half-width and upper case, without blanks, invisible marks and whatever `dropped` names;
    /// tells whether it contains a star.
    static func append(
        _ source: Span<UInt8>,
        to bytes: inout [UInt8],
        dropping dropped: (UInt32) -> Bool = { _ in false }
    ) -> Bool {
        var hasStar = false
        var index = 0
        while index < source.count {
            let scalar = Scalars.next(in: source, at: &index)
            if Scalars.isBlank(scalar) || Scalars.isInvisible(scalar) || dropped(scalar) { continue }
            if scalar == Scalars.asterisk { hasStar = true }
            Scalars.append(Scalars.uppercased(scalar), to: &bytes)
        }
        return hasStar
    }

    /// The words registers write where there is nothing to write.
    private static let absentWords: Set<String> = ["无", "不详", "未知", "-", "--", "—", "——", "/", "\\", "NULL"]

    /// Whether the bytes from `start` are empty or such a word.
    static func isAbsent(_ bytes: [UInt8], from start: Int, alsoKnownAs words: Set<String> = []) -> Bool {
        let count = bytes.count - start
        guard count > 0 else { return true }
        // Longer than the longest word, or beginning like no word: the usual case, decided without a string.
        guard count <= 30, let first = bytes.suffix(count).first, Digits.value(first) == nil else { return false }
        let text = String(decoding: bytes.suffix(count), as: UTF8.self)
        return absentWords.contains(text) || words.contains(text)
    }

    static func isDigits(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where Digits.value(text[index]) == nil { return false }
        return true
    }

    static func isAlphanumeric(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            guard Digits.value(byte) != nil || (0x41...0x5A).contains(byte) else { return false }
        }
        return true
    }
}
