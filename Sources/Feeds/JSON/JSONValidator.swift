/// Follows one JSON value byte by byte, strictly as RFC 8259 has it, over as many pieces as it comes in.
struct JSONValidator {
    /// Values within values; what lies deeper is refused.
    static let deepest = 64

    enum State {
        case value, valueOrEnd, keyOrEnd, key, colon, after
        case string, escape, hex, character
        case number, word
    }

    var state = State.value
    private var number = JSONNumber.minus
    /// What is still to come of an escape, a character or a word.
    var left = 0
    /// Within which bounds the next byte of a character must lie.
    var bounds: (from: UInt8, to: UInt8) = (0x80, 0xBF)
    /// The rest of the word under way, `true`, `false` or `null`, its next letter lowest.
    private var letters: UInt64 = 0
    private var depth = 0
    /// One bit for each open container: whether it is an object.
    private var objects: UInt64 = 0
    var isKey = false
    private var isTooDeep = false
    /// Where the number or word under way began.
    private var begin = 0

    var isInObject: Bool { depth > 0 && objects & 1 == 1 }

    /// Whether the bytes seen so far are a whole value if nothing follows.
    private var isWholeNumber: Bool {
        state == .number && number.isWhole && depth == 0
    }

    /// Follows the value through one piece.
    ///
    /// - Parameters:
    ///   - bytes: Where the piece lies.
    ///   - start: Its first byte.
    ///   - end: The index behind its last byte.
    ///   - isLast: Nothing follows the piece.
    /// - Returns: how far it got. After `.needsMore` the next piece goes on where this one ended.
    mutating func run(_ bytes: Span<UInt8>, from start: Int, to end: Int, isLast: Bool) -> Outcome {
        var members = JSONMembers(isLearning: false)
        return run(bytes, from: start, to: end, isLast: isLast, members: &members)
    }

    /// The same, for a whole row that is like the one before; what its members are is noted.
    mutating func run(
        _ bytes: Span<UInt8>,
        from start: Int,
        to end: Int,
        isLast: Bool,
        members: inout JSONMembers
    ) -> Outcome {
        var index = start
        while index < end {
            if state == .string {
                guard let next = string(bytes, at: index, to: end, &members) else { break }
                let isMoved = next != index
                index = next
                if depth == 0, state == .after { return .end(index) }
                if isMoved { continue }
            }
            let before = state
            guard let isConsumed = step(bytes[index]) else {
                return isTooDeep ? .tooDeep(at: index) : .broken(at: index)
            }
            if state != before { note(before, bytes, at: index, &members) }
            if isConsumed { index &+= 1 }
            if depth == 0, state == .after { return .end(index) }
        }
        guard isLast else { return .needsMore }
        return isWholeNumber ? .end(end) : .broken(at: end)
    }

    /// Tells the members what the byte at `index` began or ended.
    private mutating func note(_ before: State, _ bytes: Span<UInt8>, at index: Int, _ members: inout JSONMembers) {
        switch (before, state) {
        case (.value, .number), (.value, .word): begin = index
        // Of a value that came in pieces it began in another of them.
        case (.number, .after) where members.isFlat: members.note(begin, index)
        case (.word, .after) where members.isFlat:
            if bytes[begin] == UInt8(ascii: "n") { members.noteNull() } else { members.note(begin, index &+ 1) }
        case (.value, .keyOrEnd) where depth == 1: members.open()
        case (_, .keyOrEnd), (_, .valueOrEnd), (_, .escape), (_, .character): members.spoil()
        default: break
        }
    }

    /// Takes one byte.
    ///
    /// - Returns: whether it was consumed; false where a number ended before it; nil where it cannot stand there.
    private mutating func step(_ byte: UInt8) -> Bool? {
        switch state {
        case .value, .valueOrEnd, .keyOrEnd, .key, .colon, .after: structure(byte)
        case .string, .escape, .hex, .character: text(byte)
        case .word: letter(byte)
        case .number: digit(byte)
        }
    }

    private mutating func structure(_ byte: UInt8) -> Bool? {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return true
        case UInt8(ascii: ","):
            guard case .after = state, depth > 0 else { return nil }
            state = isInObject ? .key : .value
            return true
        case UInt8(ascii: ":"):
            guard case .colon = state else { return nil }
            state = .value
            return true
        case UInt8(ascii: "]"), UInt8(ascii: "}"): return close(isObject: byte == UInt8(ascii: "}"))
        case UInt8(ascii: "\""): return quote()
        default:
            switch state {
            case .value, .valueOrEnd: return begin(byte)
            default: return nil
            }
        }
    }

    private mutating func quote() -> Bool? {
        switch state {
        case .keyOrEnd, .key: isKey = true
        case .value, .valueOrEnd: isKey = false
        default: return nil
        }
        state = .string
        return true
    }

    private mutating func close(isObject: Bool) -> Bool? {
        guard depth > 0, isInObject == isObject else { return nil }
        switch state {
        case .after: break
        case .keyOrEnd where isObject: break
        case .valueOrEnd where !isObject: break
        default: return nil
        }
        depth -= 1
        objects >>= 1
        state = .after
        return true
    }

    private mutating func begin(_ byte: UInt8) -> Bool? {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < Self.deepest else {
                isTooDeep = true
                return nil
            }
            let isObject = byte == UInt8(ascii: "{")
            depth += 1
            objects = objects << 1 | (isObject ? 1 : 0)
            state = isObject ? .keyOrEnd : .valueOrEnd
        case UInt8(ascii: "t"): (letters, state) = (0x65_7572, .word)
        case UInt8(ascii: "f"): (letters, state) = (0x6573_6C61, .word)
        case UInt8(ascii: "n"): (letters, state) = (0x6C_6C75, .word)
        default:
            guard let begun = JSONNumber(first: byte) else { return nil }
            (number, state) = (begun, .number)
        }
        return true
    }

    private mutating func digit(_ byte: UInt8) -> Bool? {
        guard let isConsumed = number.step(byte) else { return nil }
        // The number ended; what stands here is for whoever holds it.
        if !isConsumed { state = .after }
        return isConsumed
    }

    private mutating func letter(_ byte: UInt8) -> Bool? {
        guard byte == UInt8(truncatingIfNeeded: letters) else { return nil }
        letters >>= 8
        if letters == 0 { state = .after }
        return true
    }
}
