/// One step of a compiled pattern. Ways lead so many steps on or back.
enum PatternStep: Equatable, Sendable {
    /// Takes one character of a set.
    case one(ScalarSet)
    /// Goes on both ways, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    /// The group begins or ends here.
    case save(isStart: Bool)
    /// The beginning and the end of the text.
    case start, end
    case found
}

/// Characters named one by one or by ranges.
struct ScalarSet: Equatable, Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
        for range in ranges where range.contains(scalar) { return !isNegated }
        return isNegated
    }

    static let any = ScalarSet(ranges: [], isNegated: true)
    static let digits = ScalarSet(ranges: [0x30...0x39])
    static let blanks = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
    /// Letters and digits of ASCII, the underscore, and everything beyond ASCII that is no punctuation of Chinese text.
    static let word = ScalarSet(
        ranges: [
            0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0x1FFF, 0x2C00...0x2FFF, 0x3005...0x3007,
            0x3021...0xFEFF, 0xFF66...0x10_FFFF,
        ]
    )

    /// What `\d` and its like stand for.
    init?(escape letter: UInt32) {
        let set: ScalarSet
        switch letter | 0x20 {
        case 0x64: set = .digits
        case 0x73: set = .blanks
        case 0x77: set = .word
        default: return nil
        }
        self.init(ranges: set.ranges, isNegated: letter & 0x20 == 0)
    }

    init(ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
    }
}
