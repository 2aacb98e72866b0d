/// 警号: six digits. Auxiliaries have series of their own, which are kept with the defect `form`.
package enum PoliceNumber {
    /// Cleans `source` and appends the number; 999999, which platforms write where nobody was entered, is absent.
    package static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome {
        let start = bytes.count
        let hasStar = Cleaning.append(source, to: &bytes)
        if Cleaning.isAbsent(bytes, from: start) || isNobody(bytes.span.extracting(start...)) {
            bytes.removeSubrange(start...)
            return .absent
        }
        if hasStar { return .value(defect: .masked) }
        let text = bytes.span.extracting(start...)
        return .value(defect: text.count == 6 && Cleaning.isDigits(text) ? nil : .form)
    }

    /// 999999, the number of nobody.
    private static func isNobody(_ text: Span<UInt8>) -> Bool {
        guard text.count == 6 else { return false }
        for index in text.indices where text[index] != UInt8(ascii: "9") { return false }
        return true
    }
}
