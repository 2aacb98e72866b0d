/// Looks over the SQL of a check before it is ever run.
struct CheckSQL {
    private let words: String

    init(_ sql: String) { words = sql }

    /// Parameters every check may use.
    static let builtIn: Set<String> = ["region", "subjects"]

    /// What a check must not say: it only reads, it takes time as a parameter, and it runs on a cluster too.
    private static let forbidden = [
        "now()", "current_date", "current_timestamp", "current_time", "localtimestamp", "clock_timestamp", "merge",
        "rollup", "recursive", "insert", "update", "delete", "drop", "alter", "create", "truncate", "grant", "copy",
        "set_config", "::date",
    ]

    func problems(parameters: Set<String>) -> [String] {
        let lower = words.lowercased()
        var problems: [String] = []
        for word in Self.forbidden where Self.holds(lower, word) {
            problems.append(
                "不得使用 \(word):时间用参数传入,核查只读 / must not use \(word): time comes as a parameter, and a check only reads"
            )
        }
        if !lower.trimmed.hasPrefix("select") && !lower.trimmed.hasPrefix("with") {
            problems.append("应以 SELECT 或 WITH 开头 / must begin with SELECT or WITH")
        }
        if lower.contains(";") { problems.append("只能是一条语句,不得有分号 / must be one statement without semicolon") }
        for needed in Self.builtIn.sorted() where !names.contains(needed) {
            problems.append("须以 :\(needed) 限定范围 / must be confined by :\(needed)")
        }
        for name in names.sorted() where !Self.builtIn.contains(name) && !parameters.contains(name) {
            problems.append("参数 :\(name) 未在 parameters 中给出 / parameter :\(name) is not among the parameters")
        }
        return problems
    }

    /// The names after a single colon; a double colon is a cast.
    private var names: Set<String> {
        var (names, name, before): (Set<String>, String?, Character) = ([], nil, " ")
        for character in words + " " {
            if let begun = name {
                if character.isLetter || character.isNumber || character == "_" {
                    name = begun + String(character)
                } else {
                    if !begun.isEmpty { names.insert(begun) }
                    name = nil
                }
            }
            if name == nil, character == ":", before != ":" { name = "" }
            if name == "", character == ":", before == ":" { name = nil }
            before = character
        }
        return names
    }

    private static func holds(_ text: String, _ word: String) -> Bool {
        guard let first = word.first, first.isLetter, word.allSatisfy({ $0.isLetter || $0 == "_" }) else {
            return text.contains(word)
        }
        return text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
    }
}

extension String {
    fileprivate var trimmed: Substring { drop { $0.isWhitespace } }
}
