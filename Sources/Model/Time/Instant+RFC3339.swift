extension Instant {
    /// Reads RFC 3339 such as `2025-03-01T08:30:15.5+08:00` or `2025-03-01 00:30:15Z`; the offset must be there.
    ///
    /// Digits past the microsecond are dropped. Leap seconds and 24:00 are refused.
    package init?(rfc3339 text: String) {
        self.init(rfc3339: text.utf8.span)
    }

    /// Reads RFC 3339; see `init(rfc3339:)` for strings.
    package init?(rfc3339 text: Span<UInt8>) {
        var index = 0
        guard let day = Day(iso: text, at: &index), index < text.count else { return nil }
        switch text[index] {
        case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " "): index += 1
        default: return nil
        }
        guard let second = Self.timeOfDay(in: text, at: &index) else { return nil }
        var microsecond = 0
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            guard let fraction = Self.fraction(in: text, at: &index, until: text.count) else { return nil }
            microsecond = fraction
        }
        guard let offset = Self.offset(in: text, at: &index, until: text.count), index == text.count else { return nil }
        self.init(day: day, secondOfDay: second, microsecond: microsecond, offset: offset)
    }

    /// `08:30:15` as seconds since midnight.
    private static func timeOfDay(in text: Span<UInt8>, at index: inout Int) -> Int? {
        var total = 0
        for (limit, isLast) in [(24, false), (60, false), (60, true)] {
            guard let part = Digits.read(2, 2, in: text, at: &index, until: text.count), part < limit else {
                return nil
            }
            total = total * 60 + part
            guard !isLast else { return total }
            guard index < text.count, text[index] == UInt8(ascii: ":") else { return nil }
            index += 1
        }
        return nil
    }

    /// The digits after a decimal point as microseconds: at least one, and those past the sixth dropped.
    static func fraction(in text: Span<UInt8>, at index: inout Int, until end: Int) -> Int? {
        let start = index
        guard var value = Digits.read(1, 6, in: text, at: &index, until: end) else { return nil }
        for _ in 0..<(6 - (index - start)) { value *= 10 }
        while index < end, Digits.value(text[index]) != nil { index += 1 }
        return value
    }

    /// `Z`, `+08:00`, `+0800` or `+08` as seconds east of UTC.
    static func offset(in text: Span<UInt8>, at index: inout Int, until end: Int) -> Int? {
        guard index < end else { return nil }
        let sign = text[index]
        index += 1
        switch sign {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): return 0
        case UInt8(ascii: "+"), UInt8(ascii: "-"): break
        default: return nil
        }
        guard let hours = Digits.read(2, 2, in: text, at: &index, until: end), hours <= 18 else { return nil }
        var minutes = 0
        let hasColon = index < end && text[index] == UInt8(ascii: ":")
        if hasColon { index += 1 }
        if hasColon || (index < end && Digits.value(text[index]) != nil) {
            guard let read = Digits.read(2, 2, in: text, at: &index, until: end), read < 60 else { return nil }
            minutes = read
        }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}
