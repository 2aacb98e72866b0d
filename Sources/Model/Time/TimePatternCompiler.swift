/// Compiles a time pattern into pieces, and says where and why it cannot.
struct TimePatternCompiler {
    private let pattern: String
    private let characters: [Character]
    private var index = 0
    private var pieces: [TimePiece] = []
    private var seen: Set<Character> = []
    /// Where the open `[` stands in the pattern and among the pieces.
    private var open: (character: Int, piece: Int)?

    init(_ pattern: String) {
        self.pattern = pattern
        characters = Array(pattern)
    }

    mutating func compile() throws(TimeFormatError) -> [TimePiece] {
        while index < characters.count { try compileNext() }
        if let open {
            throw error(at: open.character, "“[”没有对应的“]”；请补上", "'[' is never closed; add ']'")
        }
        try checkFields()
        return pieces
    }

    private mutating func compileNext() throws(TimeFormatError) {
        switch characters[index] {
        case "[": try openOptional()
        case "]": try closeOptional()
        case "'": try compileQuoted()
        case " ":
            while index < characters.count, characters[index] == " " { index += 1 }
            pieces.append(.space)
        // The T of ISO 8601 is no field, so it needs no apostrophes.
        case "T": appendLiteral("T")
        case let letter where letter.isASCII && letter.isLetter: try compileField(letter)
        case let other: appendLiteral(other)
        }
    }

    private mutating func compileField(_ letter: Character) throws(TimeFormatError) {
        let start = index
        while index < characters.count, characters[index] == letter { index += 1 }
        let count = index - start
        guard let piece = Self.piece(letter, count: count) else {
            throw error(
                at: start,
                "不认识字段“\(String(repeating: letter, count: count))”；可用 yyyy R M d H h m s S XXX a，文字请放在撇号内",
                "no field '\(String(repeating: letter, count: count))'; use yyyy R M d H h m s S XXX a, "
                    + "and put words between apostrophes"
            )
        }
        guard seen.insert(letter).inserted else {
            throw error(at: start, "字段“\(letter)”重复；请只保留一个", "field '\(letter)' occurs twice; keep one")
        }
        if piece.beginsWithDigit, let last = pieces.last(where: \.takesText), last.isOpenEnded {
            throw error(
                at: start,
                "前一个数字长度不定，分不清界限；请用两个字母，如 MM",
                "the number before it has no fixed length, so its end is unknown; write two letters, such as MM"
            )
        }
        pieces.append(piece)
    }

    private static func piece(_ letter: Character, count: Int) -> TimePiece? {
        let field: TimeField
        switch (letter, count) {
        case ("y", 4): return .number(.year, least: 4, most: 4)
        case ("R", 1): return .number(.rocYear, least: 1, most: 3)
        case ("R", 2...3): return .number(.rocYear, least: count, most: count)
        case ("S", 1): return .fraction(least: 1, most: 9)
        case ("S", 2...9): return .fraction(least: count, most: count)
        case ("X", 1...3): return .offset
        case ("a", 1): return .halfOfDay
        case ("M", 1...2): field = .month
        case ("d", 1...2): field = .day
        case ("H", 1...2), ("h", 1...2): field = .hour
        case ("m", 1...2): field = .minute
        case ("s", 1...2): field = .second
        default: return nil
        }
        return .number(field, least: count, most: 2)
    }

    private mutating func openOptional() throws(TimeFormatError) {
        guard open == nil else {
            throw error(at: index, "“[”不能嵌套；请先写“]”", "'[' within '['; close the first one before")
        }
        open = (index, pieces.count)
        pieces.append(.optional(0))
        index += 1
    }

    private mutating func closeOptional() throws(TimeFormatError) {
        guard let start = open else {
            throw error(at: index, "“]”没有对应的“[”；请删去或补上", "']' without '['; remove it or add '['")
        }
        pieces[start.piece] = .optional(pieces.count - start.piece - 1)
        open = nil
        index += 1
    }

    /// `'…'` stands for itself, and two apostrophes for one.
    private mutating func compileQuoted() throws(TimeFormatError) {
        let start = index
        index += 1
        if index < characters.count, characters[index] == "'" {
            appendLiteral("'")
            return
        }
        while index < characters.count, characters[index] != "'" { appendLiteral(characters[index]) }
        guard index < characters.count else {
            throw error(at: start, "撇号没有成对；请补上", "the apostrophe is never closed; add one")
        }
        index += 1
    }

    private mutating func appendLiteral(_ character: Character) {
        pieces.append(.literal(Array(HalfWidth.folded(String(character)).utf8)))
        index += 1
    }

    private func checkFields() throws(TimeFormatError) {
        if seen.isSuperset(of: ["y", "R"]) {
            throw error(at: characters.count, "yyyy 与 R 只能用一个；请删去一个", "yyyy and R together; keep one")
        }
        for (letter, name) in [("y", "yyyy"), ("M", "MM"), ("d", "dd")] as [(Character, String)]
        where !seen.contains(letter) && !(letter == "y" && seen.contains("R")) {
            throw error(at: characters.count, "缺少 \(name)；请补上", "\(name) is missing; add it")
        }
        let needs: [(Character, [Character])] = [
            ("m", ["H", "h"]), ("s", ["m"]), ("S", ["s"]), ("a", ["h"]), ("h", ["a"]),
        ]
        for (letter, needed) in needs where seen.contains(letter) && seen.isDisjoint(with: needed) {
            let names = needed.map(String.init).joined(separator: "|")
            throw error(at: characters.count, "有 \(letter) 而无 \(names)；请补上", "\(letter) without \(names); add it")
        }
        if seen.isSuperset(of: ["H", "h"]) {
            throw error(at: characters.count, "H 与 h 只能用一个；请删去一个", "H and h together; keep one")
        }
    }

    private func error(at index: Int, _ chinese: String, _ english: String) -> TimeFormatError {
        TimeFormatError(pattern: pattern, position: index + 1, chinese: chinese, english: english)
    }
}

extension TimePiece {
    /// False for the mark that only says what follows may be missing.
    fileprivate var takesText: Bool {
        if case .optional = self { return false }
        return true
    }

    /// Whether it is a number that may be longer or shorter.
    fileprivate var isOpenEnded: Bool {
        switch self {
        case .number(_, let least, let most), .fraction(let least, let most): least < most
        case .halfOfDay, .offset, .space, .literal, .optional: false
        }
    }
}
