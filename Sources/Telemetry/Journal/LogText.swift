import Logging

/// Message and metadata as one line that nothing logged can break, forge or colour.
enum LogText {
    /// Keys whose values are personal data or secrets and never logged, whoever passes them. Compared in lower case by what
    /// follows the last dot, so that `record.plate` is one too.
    private static let personal: Set<String> = [
        "person_name", "person_id", "plate", "phone", "id_number", "raw", "clear", "pepper", "password",
    ]

    /// `message key=value key="value of several words"`, keys in order.
    static func line(message: String, metadata: Logger.Metadata) -> String {
        let pairs = metadata.sorted { $0.key < $1.key }.map { pair(key: $0.key, value: $0.value) }
        return ([unbroken(message)] + pairs).joined(separator: " ")
    }

    private static func pair(key: String, value: Logger.Metadata.Value) -> String {
        let shown = isPersonal(key) ? "***" : quoted(text(of: value))
        return unbroken(String(key.map { " =\"".contains($0) ? "_" : $0 })) + "=" + shown
    }

    private static func isPersonal(_ key: String) -> Bool {
        personal.contains(key.split(separator: ".").last.map { $0.lowercased() } ?? "")
    }

    private static func text(of value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): text
        case .stringConvertible(let value): value.description
        case .array(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        case .dictionary(let pairs):
            "{" + pairs.sorted { $0.key < $1.key }.map { pair(key: $0.key, value: $0.value) }.joined(separator: " ")
                + "}"
        }
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.contains { " =\"\\".contains($0) }
        guard !isPlain else { return unbroken(value) }
        return "\"" + unbroken(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")) + "\""
    }

    /// Control characters, line separators and direction overrides as escapes: a value cannot begin a line of its own.
    private static func unbroken(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            switch (scalar, scalar.properties.generalCategory) {
            case ("\n", _): line += "\\n"
            case ("\r", _): line += "\\r"
            case ("\t", _): line += "\\t"
            case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator):
                line += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }
}
