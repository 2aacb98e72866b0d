extension JSONValidator {
    /// Moves over what is plain of the string under way, and over its end; nil where the piece ends before.
    @inline(__always)
    mutating func string(_ bytes: Span<UInt8>, at index: Int, to end: Int, _ members: inout JSONMembers) -> Int? {
        if isKey, let length = members.known(bytes, at: index, to: end) {
            return colon(bytes, at: index &+ length, to: end)
        }
        let stop = JSONText.plain(bytes, from: index, to: end)
        guard stop < end else { return nil }
        guard bytes[stop] == UInt8(ascii: "\"") else { return stop }
        if isKey {
            members.learn(bytes.extracting(index...stop))
            return colon(bytes, at: stop &+ 1, to: end)
        }
        members.note(index, stop)
        return comma(bytes, at: stop &+ 1, to: end)
    }

    /// A name ended: mostly a colon and a string follow at once, or behind one blank.
    @inline(__always)
    private mutating func colon(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Int {
        state = .colon
        guard index < end, bytes[index] == UInt8(ascii: ":") else { return index }
        state = .value
        return quote(bytes, behind: index, to: end, isKey: false)
    }

    /// A value ended: mostly a comma and the next name follow at once, or behind one blank.
    @inline(__always)
    private mutating func comma(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Int {
        state = .after
        guard isInObject, index < end, bytes[index] == UInt8(ascii: ",") else { return index }
        state = .key
        return quote(bytes, behind: index, to: end, isKey: true)
    }

    @inline(__always)
    private mutating func quote(_ bytes: Span<UInt8>, behind index: Int, to end: Int, isKey: Bool) -> Int {
        var index = index &+ 1
        if index < end, bytes[index] == 0x20 { index &+= 1 }
        guard index < end, bytes[index] == UInt8(ascii: "\"") else { return index }
        (state, self.isKey) = (.string, isKey)
        return index &+ 1
    }

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
