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
    private static let absentWords = ["无", "不详", "未知", "-", "--", "—", "——", "/", "\\", "NULL"].map { Array($0.utf8) }

    /// Whether the bytes from `start` are empty or such a word; `words` are more of them.
    static func isAbsent(_ bytes: [UInt8], from start: Int, alsoKnownAs words: [[UInt8]] = []) -> Bool {
        let text = bytes.span.extracting(start...)
        guard text.count > 0 else { return true }
        // The usual case, decided at once: no word begins with a digit.
        guard Digits.value(text[0]) == nil else { return false }
        return equals(text, anyOf: absentWords) || equals(text, anyOf: words)
    }

    private static func equals(_ text: Span<UInt8>, anyOf words: [[UInt8]]) -> Bool {
        for word in words where word.count == text.count {
            var index = 0
            while index < word.count, word[index] == text[index] { index += 1 }
            if index == word.count { return true }
        }
        return false
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
