/// The text literals of a Swift file. What is put into a text by `\( )` is replaced by a stand-in.
struct SwiftTexts {
    struct Literal {
        let line: Int
        let text: String
        let before: String
        let after: String
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let newline = UInt8(ascii: "\n")

    private(set) var texts: [Literal] = []
    private let source: [UInt8]
    private var place = 0
    private var line = 1

    init(_ source: String) {
        self.source = Array(source.utf8)
        while place < self.source.count {
            if starts(with: "//") {
                while place < self.source.count, self.source[place] != Self.newline { place += 1 }
            } else if self.source[place] == Self.quote {
                literal(ending: starts(with: "\"\"\"") ? "\"\"\"" : "\"")
            } else {
                step()
            }
        }
    }

    private func starts(with text: StaticString) -> Bool {
        source[place...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func step() {
        if source[place] == Self.newline { line += 1 }
        place += 1
    }

    private mutating func literal(ending quote: StaticString) {
        let (start, first) = (place, line)
        place += quote.utf8CodeUnitCount
        var text: [UInt8] = []
        while place < source.count, !starts(with: quote) {
            if starts(with: "\\(") {
                text += Self.standIn(for: interpolation()).utf8
            } else if source[place] == Self.backslash {
                place += 2
            } else {
                text.append(source[place])
                step()
            }
        }
        place = min(place + quote.utf8CodeUnitCount, source.count)
        texts.append(
            Literal(
                line: first,
                text: String(decoding: text, as: UTF8.self),
                before: String(decoding: source[..<start].suffix(120), as: UTF8.self),
                after: String(decoding: source[place...].prefix(600), as: UTF8.self)
            )
        )
    }

    /// What stands between the parentheses.
    private mutating func interpolation() -> String {
        place += 2
        let start = place
        var depth = 1
        while place < source.count {
            if source[place] == UInt8(ascii: "(") { depth += 1 }
            if source[place] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { break }
            step()
        }
        let inner = String(decoding: source[start..<place], as: UTF8.self)
        place = min(place + 1, source.count)
        return inner
    }

    /// A table for a table, a select list for a select list.
    private static func standIn(for expression: String) -> String {
        switch expression {
        case "table.name", "RecordTable(kind).name": "docket.breath_test"
        case "table": "stop_test"
        case "Staging.name": "staging"
        case "columns": "SELECT chosen"
        default: "inserted"
        }
    }
}
