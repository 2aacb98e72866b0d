/// One piece of a compiled time pattern.
enum TimePiece: Equatable, Sendable {
    /// A number of at least and at most so many digits.
    case number(TimeField, least: Int, most: Int)
    case fraction(least: Int, most: Int)
    case halfOfDay
    case offset
    case space
    case literal([UInt8])
    /// The next so many pieces may be missing together.
    case optional(Int)

    /// Whether it begins with a digit, so that a number of open length before it could not know where to end.
    var beginsWithDigit: Bool {
        switch self {
        case .number, .fraction: true
        case .literal(let bytes): bytes.first.map { Digits.value($0) != nil } ?? false
        case .halfOfDay, .offset, .space, .optional: false
        }
    }

    /// Reads this piece at `index` and moves past it; false where the text does not follow.
    func take(from text: Span<UInt8>, at index: inout Int, until end: Int, into fields: inout TimeFields) -> Bool {
        switch self {
        case .number(let field, let least, let most):
            guard let value = Digits.read(least, most, in: text, at: &index, until: end) else { return false }
            field.set(value, in: &fields)
            return true
        case .fraction(let least, let most):
            return takeFraction(least, most, from: text, at: &index, until: end, into: &fields)
        case .halfOfDay:
            return takeHalf(from: text, at: &index, until: end, into: &fields)
        case .offset:
            guard let offset = Instant.offset(in: text, at: &index, until: end) else { return false }
            fields.offset = offset
            return true
        case .space:
            let start = index
            while index < end, text[index] == UInt8(ascii: " ") { index += 1 }
            return index > start
        case .literal(let bytes):
            return Self.skip(bytes, in: text, at: &index, until: end)
        case .optional:
            return true
        }
    }

    private func takeFraction(
        _ least: Int,
        _ most: Int,
        from text: Span<UInt8>,
        at index: inout Int,
        until end: Int,
        into fields: inout TimeFields
    ) -> Bool {
        let start = index
        guard let fraction = Instant.fraction(in: text, at: &index, until: min(end, index + most)) else { return false }
        fields.microsecond = fraction
        return index - start >= least
    }

    private static let morning = [Array("am".utf8), Array("上午".utf8)]
    private static let afternoon = [Array("pm".utf8), Array("下午".utf8)]

    private func takeHalf(from text: Span<UInt8>, at index: inout Int, until end: Int, into fields: inout TimeFields)
        -> Bool
    {
        for word in Self.morning where Self.skip(word, in: text, at: &index, until: end, anyCase: true) {
            fields.isAfternoon = false
            return true
        }
        for word in Self.afternoon where Self.skip(word, in: text, at: &index, until: end, anyCase: true) {
            fields.isAfternoon = true
            return true
        }
        return false
    }

    /// `bytes` must be in small letters where their case counts for nothing.
    private static func skip(
        _ bytes: [UInt8],
        in text: Span<UInt8>,
        at index: inout Int,
        until end: Int,
        anyCase: Bool = false
    ) -> Bool {
        guard end - index >= bytes.count else { return false }
        for offset in bytes.indices {
            let byte = text[index + offset]
            let isCapital = anyCase && (0x41...0x5A).contains(byte)
            guard (isCapital ? byte | 0x20 : byte) == bytes[offset] else { return false }
        }
        index += bytes.count
        return true
    }
}
