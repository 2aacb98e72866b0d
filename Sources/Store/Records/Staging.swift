/// The temporary table a delivery is copied into before it is compared with what is known.
enum Staging {
    static let name = "staging"

    /// Stands for a reason in rows of a replayed file that became records before: they are not taken again, but tell what
    /// stands before and behind those that are.
    static let aside = "aside"
    /// Stands for a reason where a rejected row was and none stands by today's settings.
    static let absent = "absent"

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
