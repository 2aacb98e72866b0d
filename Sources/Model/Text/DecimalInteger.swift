/// Integers in text, read exactly or not at all.
package enum DecimalInteger {
    /// The whole numbers a binary fraction of 64 bits holds exactly: up to 2^53.
    private static let exactInBinary: Int64 = 1 << 53

    /// An integer such as `12`, `-7` or, as spreadsheets write it, `12.0`.
    ///
    /// Exponents are refused, for whoever wrote `1.2E+05` for people has lost digits; unless `allowsExponent`, where a
    /// program wrote the shortest form of a number: then they are read as long as a binary fraction holds the number.
    /// Where `form` does not say what it means, a comma is refused, for `1,000` may be a thousand or one.
    package static func parse(
        _ text: Span<UInt8>,
        form: NumberForm = .unspoken,
        allowsExponent: Bool = false
    ) -> Int64? {
        var hasExponent = false
        var index = 0
        while index < text.count {
            switch UInt8(truncatingIfNeeded: min(Scalars.next(in: text, at: &index), 0xFF)) {
            case UInt8(ascii: "e"), UInt8(ascii: "E"): hasExponent = true
            case UInt8(ascii: ",") where form.decimal == nil: return nil
            default: continue
            }
        }
        guard !hasExponent || allowsExponent else { return nil }
        guard let number = DecimalNumber(text, significantDigits: 36, form: form), number.isExact else { return nil }
        guard let (floor, isWhole) = number.scaled(by: 1), isWhole, let integer = Int64(exactly: floor) else {
            return nil
        }
        return hasExponent && integer.magnitude > exactInBinary.magnitude ? nil : integer
    }

    /// A decimal number times `factor`, rounded down: `0.93` by 1000 is 930. Nil where it is no number or does not fit.
    package static func scaled(_ text: Span<UInt8>, by factor: Int64, form: NumberForm = .unspoken) -> Int64? {
        guard let number = DecimalNumber(text, significantDigits: 36, form: form), number.isExact else { return nil }
        guard let (floor, _) = number.scaled(by: Int128(factor)) else { return nil }
        return Int64(exactly: floor)
    }
}
