/// Watches the digits of a number go by, for what a mark between them can mean.
struct DigitGroups {
    /// Digits since the last mark, or since the beginning.
    private var count = 0
    private var marks = 0
    private var isSound = true
    private var beginsWithZero = false
    private var hasPoint = false
    private var hasBareComma = false
    private var before = 0

    @inline(__always)
    mutating func take(digit: UInt32) {
        if count == 0, marks == 0, !hasPoint { beginsWithZero = digit == 0 }
        count += 1
    }

    /// A mark that parts thousands: one to three digits before the first, the first not zero, then three each.
    mutating func takeGrouping() {
        isSound = isSound && !hasPoint && (marks == 0 ? (1...3).contains(count) && !beginsWithZero : count == 3)
        marks += 1
        count = 0
    }

    /// - Parameter isBareComma: it is a comma nobody declared, which may as well part thousands.
    mutating func takePoint(isBareComma: Bool) {
        closeGroup()
        hasPoint = true
        hasBareComma = isBareComma
        before = count
        count = 0
    }

    /// Whether the marks have one meaning, now that the number has ended.
    mutating func areClear() -> Bool {
        if !hasPoint { closeGroup() }
        let isAmbiguous = hasBareComma && count == 3 && (1...3).contains(before) && !beginsWithZero
        return isSound && !isAmbiguous
    }

    private mutating func closeGroup() {
        if marks > 0 { isSound = isSound && count == 3 }
    }
}
