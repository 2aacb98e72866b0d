extension DecimalNumber {
    /// The number times `factor`, rounded down, and whether nothing was lost; nil where 128 bits do not hold it.
    func scaled(by factor: Int128) -> (floor: Int128, isWhole: Bool)? {
        guard significand != 0, factor != 0 else { return (0, true) }
        let (product, overflow) = significand.multipliedReportingOverflow(by: isNegative ? -factor : factor)
        guard !overflow else { return nil }
        if exponent >= 0 {
            guard let power = Self.powerOfTen(exponent) else { return nil }
            let (result, overflow) = product.multipliedReportingOverflow(by: power)
            return overflow ? nil : (result, true)
        }
        // Past the largest power the divisor is greater than any product, and only the sign is left.
        guard let power = Self.powerOfTen(-exponent) else { return (product < 0 ? -1 : 0, false) }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: power)
        return (remainder < 0 ? quotient - 1 : quotient, remainder == 0)
    }
}
