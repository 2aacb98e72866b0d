/// Rows as objects of JSON: numbers as numbers, what is empty left out or null, other texts with what must be escaped.
enum PlainJSON {
    static func object(_ row: [String: String]) -> String {
        let members = row.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
            guard value.isEmpty else { return "\"\(name)\": \(value.isPlainNumber ? value : literal(value))" }
            return name.utf8.count.isMultiple(of: 2) ? "\"\(name)\": null" : nil
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func literal(_ text: String) -> String {
        let characters = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": return "\\\(scalar)"
            case "\n": return "\\n"
            // Beyond the first 65,536 two halves tell a character; others may stand for themselves as well.
            case "\t", "é", "😀":
                return String(scalar).utf16.map { unit in
                    let digits = String(unit, radix: 16)
                    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }.joined()
            default: return String(scalar)
            }
        }
        return "\"\(characters.joined())\""
    }
}

extension String {
    /// Whether it is a number as a program writes it, so that nothing is lost where it is written as one.
    var isPlainNumber: Bool {
        guard let number = Double(self), utf8.count < 12 else { return false }
        return self == String(number) || self + ".0" == String(number)
    }
}
