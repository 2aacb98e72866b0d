import Model
import Postgres

/// Copies the rows of a delivery straight into the table of their kind for as long as nobody has heard of their keys.
///
/// Most deliveries bring new records and nothing else, and a row that passes through the staging table is written twice.
/// The rows go in pieces. The first piece with a known key is taken back by the server: it and all that follows is staged,
/// to be compared.
struct StraightCopy {
    let table: RecordTable
    let origin: RecordOrigin
    /// Rows that were taken.
    private(set) var rows: Int64 = 0
    /// How many bytes the piece under way may have. The first pieces are small, for a known key mostly comes early.
    private var limit = Self.smallest

    private static let smallest = 256 * 1024
    private static let largest = 8 * 1024 * 1024

    init(_ table: RecordTable, of origin: RecordOrigin) {
        (self.table, self.origin) = (table, origin)
    }

    func begin(_ writer: inout CopyWriter) throws(DatabaseError) {
        try writer.run("SAVEPOINT piece")
        try writer.begin("\(table.name) (\(columns))", keeping: true)
    }

    /// Whether the piece under way is large enough.
    func isFull(_ writer: borrowing CopyWriter) -> Bool { writer.keptBytes >= limit }

    /// Ends a piece.
    ///
    /// - Returns: whether it was taken. Else its rows are staged.
    mutating func end(_ writer: inout CopyWriter) throws(DatabaseError) -> Bool {
        do throws(DatabaseError) {
            rows += Int64(try writer.end())
        } catch {
            guard error.sqlState == .uniqueViolation else { throw error }
            try writer.run("ROLLBACK TO SAVEPOINT piece")
            try stage(&writer)
            return false
        }
        try writer.run("RELEASE SAVEPOINT piece")
        limit = min(limit * 2, Self.largest)
        return true
    }

    private var columns: String { table.columns.joined(separator: ", ") }

    /// Its bytes fit no table but one of the same columns.
    private func stage(_ writer: inout CopyWriter) throws(DatabaseError) {
        try writer.run("CREATE TEMPORARY TABLE piece (LIKE \(table.name)) ON COMMIT DROP")
        try writer.copyAgain(into: "piece (\(columns))")
        let copied = (["key"] + RecordTable.provenance + table.valueColumns).joined(separator: ", ")
        try writer.run("INSERT INTO \(Staging.name) (\(copied)) SELECT \(copied) FROM piece")
        try writer.run("DROP TABLE piece")
    }
}
