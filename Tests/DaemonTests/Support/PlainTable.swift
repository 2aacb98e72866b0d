import Model

/// Records of one kind as CSV for a plain feed.
struct PlainTable {
    let text: String

    init(_ kind: Kind, _ records: [[String: String]]) {
        let fields = kind.schema.fields.map(\.name)
        let rows = records.map { record in fields.map { Self.quoted(record[$0] ?? "") }.joined(separator: ",") }
        text = ([fields.joined(separator: ",")] + rows).joined(separator: "\r\n") + "\r\n"
    }

    private static func quoted(_ value: String) -> String {
        // By scalars, for a line feed alone is no part of the character CR LF.
        value.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
    }
}
