/// The temporary table a delivery is copied into before it is compared with what is known.
enum Staging {
    static let name = "staging"

    /// Where the row stood, why it was rejected if it was, and what names it.
    private static let header: [(name: String, type: String)] = [
        ("part", "integer"), ("line", "bigint"), ("byte_from", "bigint"), ("byte_length", "bigint"), ("reason", "text"),
        ("column_name", "text"), ("explanation", "text"), ("raw", "bytea"), ("key", "text"),
        ("content_hash", "bytea"), ("defects", "text"),
    ]

    static func columns(of table: RecordTable) -> [String] { header.map(\.name) + table.valueColumns }

    static func create(for table: RecordTable) -> String {
        let types = header.map(\.type) + table.valueTypes
        let columns = zip(columns(of: table), types).map { $0 + " " + $1 }.joined(separator: ", ")
        return "CREATE TEMPORARY TABLE \(name) (\(columns)) ON COMMIT DROP"
    }
}
