/// Exact decimals in configuration, such as factors and thresholds.
enum DecimalText {
    /// `text` times `scale`, or nil where it is no decimal or does not come out whole.
    static func scaled(_ text: String, by scale: Int64) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        guard let head = parts.first, fraction.count <= 9, parts.count == 1 || !fraction.isEmpty,
            let digits = Int64(head + fraction), head != "" || !fraction.isEmpty
        else { return nil }
        guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        var power: Int64 = 1
        for _ in 0..<fraction.count { power *= 10 }
        let (product, overflow) = digits.multipliedReportingOverflow(by: scale)
        guard !overflow, product % power == 0 else { return nil }
        return product / power
    }
}
