/// Integers in text, read exactly or not at all.
package enum DecimalInteger {
    /// An integer such as `12`, `-7` or, as spreadsheets write it, `12.0`. Exponents are refused, for whoever wrote
    /// `1.2E+05` has lost digits.
    package static func parse(_ text: Span<UInt8>) -> Int64? {
        for index in text.indices where text[index] | 0x20 == UInt8(ascii: "e") { return nil }
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
