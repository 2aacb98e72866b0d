extension CellFault {
    /// The text for an explanation, which auditors may read: cut short, and hidden as far as it may name a person.
    ///
    /// A row with a delimiter too few has names, plates, passports and telephones under columns of another sort. So only
    /// what can be none of them is shown: numbers of few digits, times, and short words in small letters. Of all else
    /// the first character. The rejected row itself is kept, for those who may see it.
    static func shown(_ text: Span<UInt8>) -> String {
        let text = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let digits = text.unicodeScalars.count { $0.properties.numericType == .decimal }
        guard digits < mostDigits else { return "…" }
        if text.unicodeScalars.contains(where: mayName) || text.split(separator: " ").count > 2 {
            let hidden = String(repeating: "*", count: min(max(text.count - 1, 1), longest))
            return text.prefix(text.count > 1 ? 1 : 0) + hidden
        }
        return text.count > longest ? "\(text.prefix(longest))…" : text
    }

    /// Capitals begin names and stand in passports and plates.
    private static func mayName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 || ("A"..."Z").contains(scalar)
    }

    /// Telephone numbers have seven digits at least.
    private static let mostDigits = 7
    private static let longest = 24
}
