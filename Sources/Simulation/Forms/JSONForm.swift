/// Rows as objects of JSON: numbers as numbers, what is empty left out or null, other texts with what must be escaped.
enum JSONForm {
    /// One document, with the rows in `data.list`.
    static func document(_ table: ExportTable) -> String {
        let list = objects(table).joined(separator: ",\n")
        let next = table.next.map { ", \"next\": \(literal($0))" } ?? ""
        return "{\"code\": 0, \"data\": {\"list\": [\(list)]\(next)}}\n"
    }

    /// One object on each line. Where there is none, one blank line: an empty file might be half of one.
    static func lines(_ table: ExportTable) -> String { objects(table).joined(separator: "\n") + "\n" }

    private static func objects(_ table: ExportTable) -> [String] {
        let names = table.names.map { (name: literal($0), showsNull: $0.utf8.count.isMultiple(of: 2)) }
        return table.rows.map { row in
            let members = zip(names, table.cells(of: row)).compactMap { name, cell -> String? in
                switch cell {
                case .value("") where !name.showsNull: nil
                case .value(""): "\(name.name): null"
                case .value(let text): "\(name.name): \(text.isPlainNumber ? text : literal(text))"
                case .missing: nil
                case .spoilt(let text): "\(name.name): [\(literal(text))]"
                }
            }
            return "{\(members.joined(separator: ", "))}"
        }
    }

    private static func literal(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": return "\\\(scalar)"
            case "\n": return "\\n"
            // Others may stand for themselves as well. Beyond the first 65,536 two halves tell a character.
            case "\u{0}"..."\u{1F}", "é", "\u{10000}"...:
                return String(scalar).utf16.map { unit in
                    let digits = String(unit, radix: 16)
                    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }.joined()
            default: return String(scalar)
            }
        }
        return "\"\(scalars.joined())\""
    }
}
