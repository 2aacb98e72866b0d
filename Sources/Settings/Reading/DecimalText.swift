/// Exact decimals in configuration, such as factors and thresholds.
enum DecimalText {
    /// `text`, such as `88`, `0.22` or `-1.5`, times `scale`; nil where it is no decimal or does not come out whole.
    static func scaled(_ text: String, by scale: Int64) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...9).contains(fraction.utf8.count), fraction.isDigits else { return nil }
        guard let digits = Int64(whole + fraction) else { return nil }
        var power: Int64 = 1
        for _ in fraction.utf8 { power *= 10 }
        let (product, overflow) = digits.multipliedReportingOverflow(by: scale)
        guard !overflow, product.isMultiple(of: power) else { return nil }
        return product / power
    }
}
