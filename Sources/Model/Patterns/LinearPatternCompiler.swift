/// Compiles a regular expression into steps, and says where and why it cannot.
struct LinearPatternCompiler {
    private let scalars: [UInt32]
    private var index = 0
    private var groups = 0
    private var depth = 0

    /// More brackets within one another than anyone can read.
    private static let deepest = 20
    private static let mostRepeats = 100

    init(_ pattern: String) {
        scalars = HalfWidth.folded(pattern).unicodeScalars.map(\.value)
    }

    mutating func compile() throws(LinearPatternError) -> [PatternStep] {
        guard scalars.count <= LinearPattern.longestPattern else {
            index = LinearPattern.longestPattern
            throw error("表达式过长；至多 \(index) 个字符", "too long a pattern; write at most \(index) characters")
        }
        let steps = try alternatives()
        guard index == scalars.count else { throw error("“)”没有对应的“(”；请删去", "')' without '('; remove it") }
        guard groups == 1 else {
            throw error(
                "捕获组不是恰好一个；用一对括号括住要取的部分，其余括号写成 (?:…)",
                "not exactly one capture group; put one pair of brackets around what is wanted, and write others as (?:…)"
            )
        }
        return try checked(steps + [.found])
    }

    private var current: UInt32? { index < scalars.count ? scalars[index] : nil }

    /// Moves past the character where it comes next.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard current == character.value else { return false }
        index += 1
        return true
    }

    private mutating func alternatives() throws(LinearPatternError) -> [PatternStep] {
        let first = try sequence()
        guard skip("|") else { return first }
        let second = try alternatives()
        return try checked([.split(1, first.count + 2)] + first + [.jump(second.count + 1)] + second)
    }

    private mutating func sequence() throws(LinearPatternError) -> [PatternStep] {
        var steps: [PatternStep] = []
        while let current, current != Self.bar, current != Self.close {
            let atom = try atom()
            steps = try checked(steps + repeated(atom))
        }
        return steps
    }

    private static let bar: UInt32 = 0x7C
    private static let close: UInt32 = 0x29

    private mutating func atom() throws(LinearPatternError) -> [PatternStep] {
        if skip("(") { return try group() }
        if skip("[") { return [.one(try characterClass())] }
        if skip("^") { return [.start] }
        if skip("$") { return [.end] }
        if skip(".") { return [.one(.any)] }
        if skip("\\") { return [.one(try escape())] }
        for character in ["*", "+", "?", "{"] as [Unicode.Scalar] where current == character.value {
            throw error(
                "“\(character)”前没有可重复的内容；若指它本身，请写 \\\(character)",
                "nothing to repeat before '\(character)'; write \\\(character) for the character itself"
            )
        }
        let scalar = current ?? 0
        index += 1
        return [.one(ScalarSet(ranges: [scalar...scalar]))]
    }

    private mutating func group() throws(LinearPatternError) -> [PatternStep] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("括号嵌套过深；请简化", "brackets within too many brackets; simplify") }
        var captures = true
        if skip("?") {
            guard skip(":") else { throw error("只能用 (…) 与 (?:…)", "only (…) and (?:…) are known") }
            captures = false
        }
        if captures { groups += 1 }
        let inner = try alternatives()
        guard skip(")") else { throw error("“(”没有对应的“)”；请补上", "'(' is never closed; add ')'") }
        return captures ? [.save(isStart: true)] + inner + [.save(isStart: false)] : inner
    }

    private mutating func escape() throws(LinearPatternError) -> ScalarSet {
        guard let letter = current else { throw error("末尾的“\\”；请补上字符", "a '\\' at the end; say what follows") }
        index += 1
        if let set = ScalarSet(escape: letter) { return set }
        switch letter {
        case 0x74: return ScalarSet(ranges: [0x09...0x09])
        case 0x6E: return ScalarSet(ranges: [0x0A...0x0A])
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
            index -= 1
            throw error("不认识此转义；可用 \\d \\w \\s \\t \\n", "no such escape; use \\d \\w \\s \\t \\n")
        default: return ScalarSet(ranges: [letter...letter])
        }
    }

    private mutating func characterClass() throws(LinearPatternError) -> ScalarSet {
        var set = ScalarSet(ranges: [], isNegated: skip("^"))
        while true {
            guard let low = current else { throw error("“[”没有对应的“]”；请补上", "'[' is never closed; add ']'") }
            index += 1
            if low == 0x5D {
                guard !set.ranges.isEmpty else { throw error("“[]”为空；请写明字符", "'[]' is empty; name characters") }
                return set
            }
            if low == 0x5C {
                let escaped = try escape()
                guard !escaped.isNegated else { throw error("“[…]”中不能用大写转义", "no capital escapes in '[…]'") }
                set.ranges += escaped.ranges
                continue
            }
            // A hyphen before the end stands for itself.
            guard current == 0x2D, index + 1 < scalars.count, scalars[index + 1] != 0x5D else {
                set.ranges.append(low...low)
                continue
            }
            let high = scalars[index + 1]
            guard high >= low, high != 0x5C else { throw error("范围颠倒；请小的在前", "the range runs backwards") }
            index += 2
            set.ranges.append(low...high)
        }
    }

    private mutating func repeated(_ atom: [PatternStep]) throws(LinearPatternError) -> [PatternStep] {
        guard let (least, most) = try count() else { return atom }
        let isLazy = skip("?")
        var steps: [PatternStep] = []
        for _ in 0..<least { steps = try checked(steps + atom) }
        guard let most else {
            let loop = [Self.split(1, atom.count + 2, isLazy)] + atom + [.jump(-(atom.count + 1))]
            return try checked(steps + loop)
        }
        var rest: [PatternStep] = []
        for _ in least..<max(least, most) {
            rest = try checked([Self.split(1, atom.count + rest.count + 1, isLazy)] + atom + rest)
        }
        return try checked(steps + rest)
    }

    private static func split(_ first: Int, _ second: Int, _ isLazy: Bool) -> PatternStep {
        isLazy ? .split(second, first) : .split(first, second)
    }

    /// How often what stands before may occur; nil where nothing is said. A second nil stands for no limit.
    private mutating func count() throws(LinearPatternError) -> (least: Int, most: Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard skip("{") else { return nil }
        let least = number()
        var most = least
        if skip(",") { most = current == 0x7D ? nil : number() }
        guard let least, skip("}"), most.map({ $0 >= least && $0 <= Self.mostRepeats }) ?? true,
            least <= Self.mostRepeats
        else {
            throw error(
                "重复次数不可用；写成 {2}、{2,} 或 {2,5}，至多 \(Self.mostRepeats)",
                "no count of repeats; write {2}, {2,} or {2,5}, at most \(Self.mostRepeats)"
            )
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var number = 0
        let start = index
        while let current, (0x30...0x39).contains(current), number <= Self.mostRepeats {
            number = number * 10 + Int(current - 0x30)
            index += 1
        }
        return index > start ? number : nil
    }

    private func checked(_ steps: [PatternStep]) throws(LinearPatternError) -> [PatternStep] {
        guard steps.count <= LinearPattern.mostSteps else {
            throw error("过于复杂；请减少重复次数", "too large a pattern; repeat less")
        }
        return steps
    }

    private func error(_ chinese: String, _ english: String) -> LinearPatternError {
        LinearPatternError(position: min(index, scalars.count) + 1, chinese: chinese, english: english)
    }
}
