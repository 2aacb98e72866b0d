extension CellFault {
    /// The text for an explanation, which auditors may read: cut short, and hidden as far as it may name a person.
    ///
    /// A row with a delimiter too few has names, plates and telephones under columns of another sort. So of text with
    /// Chinese in it, and of words in Latin letters, only the first character is shown, and of many digits none. The
    /// rejected row itself is kept, for those who may see it.
    static func shown(_ text: Span<UInt8>) -> String {
        let text = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let digits = text.unicodeScalars.count { $0.properties.numericType == .decimal }
        guard digits < mostDigits else { return "…" }
        let words = text.split(separator: " ")
        let isName = digits == 0 && words.count > 1
        if isName || text.unicodeScalars.contains(where: { $0.value >= 0x80 }) {
            let hidden = String(repeating: "*", count: min(max(text.count - 1, 1), longest))
            return text.prefix(text.count > 1 ? 1 : 0) + hidden
        }
        return text.count > longest ? "\(text.prefix(longest))…" : text
    }

    /// Telephone numbers have seven digits at least.
    private static let mostDigits = 7
    private static let longest = 24
}
