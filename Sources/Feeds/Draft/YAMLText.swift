/// Text as YAML takes it for a text.
enum YAMLText {
    private static let words = ["true", "false", "yes", "no", "null", "on", "off", "y", "n", "none", "find", "row"]

    /// In quotes, unless no reader could take it for anything else.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    static func quoted(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            default:
                escaped += isUnwritable(scalar) ? "\\u" + hex(scalar.value) : String(scalar)
            }
        }
        return "\"\(escaped)\""
    }

    static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

    /// One line, whatever stands in it.
    static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { isUnwritable($0) ? " " : $0 }
            )
        )
    }

    /// Whether YAML takes it for a break of lines, or for nothing a text may hold.
    private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, isLetter(first), !words.contains(text.lowercased()) else { return false }
        return scalars.allSatisfy { isLetter($0) || (0x30...0x39).contains($0.value) || $0 == "_" }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
            || (0x4E00...0x9FFF).contains(scalar.value)
    }
}
