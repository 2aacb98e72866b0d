extension JSONValidator {
    /// Takes one byte of a string.
    mutating func text(_ byte: UInt8) -> Bool? {
        switch state {
        case .string: return inString(byte)
        case .escape:
            switch byte {
            case UInt8(ascii: "u"): (state, left) = (.hex, 4)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                state = .string
            default: return nil
            }
        case .hex:
            guard JSONText.hex(byte) != nil else { return nil }
            left -= 1
            if left == 0 { state = .string }
        case .character:
            guard byte >= bounds.from, byte <= bounds.to else { return nil }
            (left, bounds) = (left - 1, (0x80, 0xBF))
            if left == 0 { state = .string }
        default: return nil
        }
        return true
    }

    private mutating func inString(_ byte: UInt8) -> Bool? {
        switch byte {
        case UInt8(ascii: "\""): state = isKey ? .colon : .after
        case UInt8(ascii: "\\"): state = .escape
        case 0x20...0x7F: break
        // Well-formed UTF-8 as table 3-7 of the Unicode Standard has it.
        case 0xC2...0xDF: begin(left: 1, 0x80, 0xBF)
        case 0xE0: begin(left: 2, 0xA0, 0xBF)
        case 0xED: begin(left: 2, 0x80, 0x9F)
        case 0xE1...0xEF: begin(left: 2, 0x80, 0xBF)
        case 0xF0: begin(left: 3, 0x90, 0xBF)
        case 0xF1...0xF3: begin(left: 3, 0x80, 0xBF)
        case 0xF4: begin(left: 3, 0x80, 0x8F)
        default: return nil
        }
        return true
    }

    private mutating func begin(left count: Int, _ from: UInt8, _ to: UInt8) {
        (state, left, bounds) = (.character, count, (from, to))
    }
}
