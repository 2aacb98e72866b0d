/// Gathers digits into a significand of at most `most` digits and rounds what is beyond them half to even.
struct Rounding {
    let most: Int
    private(set) var significand: Int128 = 0
    var exponent = 0
    private(set) var isExact = true
    private var kept = 0
    private var firstDropped: Int128 = 0
    private var hasDropped = false
    /// Whether any digit after the first dropped one is not zero.
    private var isSticky = false

    init(most: Int) { self.most = most }

    mutating func take(_ digit: Int128, afterPoint: Bool) {
        if kept < most {
            significand = significand * 10 + digit
            if significand > 0 { kept += 1 }
            if afterPoint { exponent -= 1 }
            return
        }
        if hasDropped {
            isSticky = isSticky || digit > 0
        } else {
            (firstDropped, hasDropped) = (digit, true)
        }
        if digit > 0 { isExact = false }
        if !afterPoint { exponent += 1 }
    }

    mutating func finish() {
        let isOdd = significand & 1 == 1
        if firstDropped > 5 || (firstDropped == 5 && (isSticky || isOdd)) { significand += 1 }
    }
}
