/// How far a number of a JSON document has come, strictly as RFC 8259 has it.
enum JSONNumber {
    case minus, zero, integer, point, fraction, exponent, sign, power

    /// The state behind a first byte; nil where no number begins with it.
    init?(first byte: UInt8) {
        switch byte {
        case UInt8(ascii: "-"): self = .minus
        case UInt8(ascii: "0"): self = .zero
        case UInt8(ascii: "1")...UInt8(ascii: "9"): self = .integer
        default: return nil
        }
    }

    /// Whether it is a number if nothing follows.
    var isWhole: Bool {
        switch self {
        case .zero, .integer, .fraction, .power: true
        case .minus, .point, .exponent, .sign: false
        }
    }

    /// Takes one byte.
    ///
    /// - Returns: whether it was consumed; false where the number ended before it; nil where it cannot stand there.
    mutating func step(_ byte: UInt8) -> Bool? {
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        switch (self, byte) {
        case (.minus, UInt8(ascii: "0")): self = .zero
        case (.minus, _) where isDigit: self = .integer
        case (.integer, _) where isDigit: break
        case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): self = .point
        case (.point, _) where isDigit, (.fraction, _) where isDigit: self = .fraction
        case (.zero, UInt8(ascii: "e")), (.integer, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "e")),
            (.zero, UInt8(ascii: "E")), (.integer, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "E")):
            self = .exponent
        case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): self = .sign
        case (.exponent, _) where isDigit, (.sign, _) where isDigit, (.power, _) where isDigit: self = .power
        default: return isWhole && !isDigit ? false : nil
        }
        return true
    }
}
