/// Integers in text, read exactly or not at all.
package enum DecimalInteger {
    /// An integer such as `12`, `-7` or, as spreadsheets write it, `12.0`. Exponents are refused, for whoever wrote
    /// `1.2E+05` has lost digits, and so are commas, for `1,000` may be a thousand or one.
    package static func parse(_ text: Span<UInt8>) -> Int64? {
        var index = 0
        while index < text.count {
            switch UInt8(truncatingIfNeeded: min(Scalars.next(in: text, at: &index), 0xFF)) {
            case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: ","): return nil
            default: continue
            }
        }
        guard let number = DecimalNumber(text, significantDigits: 36), number.isExact else { return nil }
        guard let (floor, isWhole) = number.scaled(by: 1), isWhole else { return nil }
        return Int64(exactly: floor)
    }

    /// A decimal number times `factor`, rounded down: `0.93` by 1000 is 930. Nil where it is no number or does not fit.
    package static func scaled(_ text: Span<UInt8>, by factor: Int64) -> Int64? {
        guard let number = DecimalNumber(text, significantDigits: 36), number.isExact else { return nil }
        guard let (floor, _) = number.scaled(by: Int128(factor)) else { return nil }
        return Int64(exactly: floor)
    }
}
