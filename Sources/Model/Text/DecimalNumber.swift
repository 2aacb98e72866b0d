/// A decimal number read from text exactly: `significand` × 10^`exponent`.
struct DecimalNumber {
    var isNegative = false
    /// At most `most` significant digits; never negative.
    var significand: Int128 = 0
    var exponent = 0
    /// False where digits were lost to rounding.
    var isExact = true

    /// Powers of ten that fit 128 bits.
    static let largestPower = 38

    /// Reads an optional sign, digits with at most one decimal point, and an exponent; blanks around them are skipped.
    ///
    /// Where `form` does not say what a comma means, a single one counts as the decimal point, as continental exports write
    /// it, unless it may as well part thousands: `0,121` and `12,5` are read, `1,200` is not. Numbers with more than
    /// `most` significant digits (at most 36) are rounded to that many, half to even.
    init?(_ text: Span<UInt8>, significantDigits most: Int, form: NumberForm = .unspoken) {
        var rounding = Rounding(most: most)
        var index = 0
        var scalar = Self.firstAfterBlanks(in: text, at: &index)
        if scalar == UInt32(UInt8(ascii: "-")) || scalar == UInt32(UInt8(ascii: "+")) {
            isNegative = scalar == UInt32(UInt8(ascii: "-"))
            scalar = Self.scalar(in: text, at: &index)
        }
        var digits = 0
        var hasPoint = false
        var groups = DigitGroups()
        scan: while let current = scalar {
            if (0x30...0x39).contains(current) {
                rounding.take(Int128(current - 0x30), afterPoint: hasPoint)
                digits += 1
                groups.take(digit: current - 0x30)
            } else {
                let role = form.role(of: current)
                switch role {
                case .none: break scan
                case .grouping:
                    // A blank parts thousands only where a digit follows; else it is one of those behind the number.
                    guard Self.isDigit(in: text, at: index) else { break scan }
                    groups.takeGrouping()
                case .decimal, .decimalComma:
                    guard !hasPoint else { return nil }
                    hasPoint = true
                    groups.takePoint(isBareComma: role == .decimalComma)
                }
            }
            scalar = Self.scalar(in: text, at: &index)
        }
        guard digits > 0, groups.areClear() else { return nil }
        if scalar == UInt32(UInt8(ascii: "e")) || scalar == UInt32(UInt8(ascii: "E")) {
            guard let power = Self.power(in: text, at: &index, next: &scalar) else { return nil }
            rounding.exponent += power
        }
        while let current = scalar {
            guard Scalars.isBlank(current) else { return nil }
            scalar = Self.scalar(in: text, at: &index)
        }
        rounding.finish()
        significand = rounding.significand
        exponent = rounding.exponent
        isExact = rounding.isExact
    }

    private static func isDigit(in text: Span<UInt8>, at index: Int) -> Bool {
        var next = index
        return scalar(in: text, at: &next).map { (0x30...0x39).contains($0) } ?? false
    }

    /// The exponent after `e`, held within ±9999: past that a number is nothing or beyond everything anyway.
    private static func power(in text: Span<UInt8>, at index: inout Int, next scalar: inout UInt32?) -> Int? {
        scalar = Self.scalar(in: text, at: &index)
        let isNegative = scalar == UInt32(UInt8(ascii: "-"))
        if isNegative || scalar == UInt32(UInt8(ascii: "+")) { scalar = Self.scalar(in: text, at: &index) }
        var power = 0
        var digits = 0
        while let current = scalar, (0x30...0x39).contains(current) {
            power = min(9999, power * 10 + Int(current - 0x30))
            digits += 1
            scalar = Self.scalar(in: text, at: &index)
        }
        guard digits > 0 else { return nil }
        return isNegative ? -power : power
    }

    private static func scalar(in text: Span<UInt8>, at index: inout Int) -> UInt32? {
        index < text.count ? Scalars.next(in: text, at: &index) : nil
    }

    private static func firstAfterBlanks(in text: Span<UInt8>, at index: inout Int) -> UInt32? {
        while let scalar = scalar(in: text, at: &index) {
            guard Scalars.isBlank(scalar) else { return scalar }
        }
        return nil
    }

    /// 10^`exponent`, or nil where it does not fit.
    static func powerOfTen(_ exponent: Int) -> Int128? {
        guard (0...largestPower).contains(exponent) else { return nil }
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
