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
    /// A single comma counts as the decimal point, as continental exports write it, unless it may as well part thousands:
    /// `0,121` and `12,5` are read, `1,200` is not. Numbers with more than `most` significant digits (at most 36) are
    /// rounded to that many, half to even.
    init?(_ text: Span<UInt8>, significantDigits most: Int) {
        var rounding = Rounding(most: most)
        var index = 0
        var scalar = Self.firstAfterBlanks(in: text, at: &index)
        if scalar == UInt32(UInt8(ascii: "-")) || scalar == UInt32(UInt8(ascii: "+")) {
            isNegative = scalar == UInt32(UInt8(ascii: "-"))
            scalar = Self.scalar(in: text, at: &index)
        }
        var digits = 0
        var hasPoint = false
        var comma = Comma()
        while let current = scalar {
            if (0x30...0x39).contains(current) {
                rounding.take(Int128(current - 0x30), afterPoint: hasPoint)
                digits += 1
                comma.take(digit: current - 0x30)
            } else if current == UInt32(UInt8(ascii: ".")) || current == UInt32(UInt8(ascii: ",")) {
                guard !hasPoint else { return nil }
                hasPoint = true
                if current == UInt32(UInt8(ascii: ",")) { comma.isThere = true }
            } else {
                break
            }
            scalar = Self.scalar(in: text, at: &index)
        }
        guard digits > 0, !comma.isAmbiguous else { return nil }
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

    /// Tells a comma that parts thousands from one that stands for the decimal point.
    private struct Comma {
        var isThere = false
        private var before = 0
        private var after = 0
        private var beginsWithZero = false

        mutating func take(digit: UInt32) {
            if before == 0, !isThere { beginsWithZero = digit == 0 }
            if isThere { after += 1 } else { before += 1 }
        }

        /// One to three digits, the first not zero, and three after it.
        var isAmbiguous: Bool { isThere && after == 3 && (1...3).contains(before) && !beginsWithZero }
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
