import Feeds
import Model
import Postgres
import Settings

/// What is asked of the other database, on one unchanging view of it in which nothing can be written.
struct QueryText: Sendable {
    private let sql: String
    private let column: String?
    private let milliseconds: Int64
    private let largest: Int64

    /// - Parameters:
    ///   - source: of the feed.
    ///   - mark: the highest value taken so far; nil where the query knows none.
    init(_ source: QuerySource, after mark: String?) {
        sql = mark.map { source.sql.replacing(QuerySource.placeholder, with: Self.literal($0)) } ?? source.sql
        column = source.highWater.map { Self.identifier($0.column) }
        milliseconds = source.timeoutSeconds * 1000
        largest = source.largest
    }

    /// - Throws: `DatabaseError`, `ArchiveFault`.
    func run(_ session: borrowing Session, into archive: Archive) throws -> QueryResult {
        try session.readOnlyTransaction { session in
            try session.run("SELECT set_config('statement_timeout', $1, true)", [.text("\(milliseconds)")])
            let began = try session.run("SELECT transaction_timestamp()").single { row in try row.instant(0) }
            var result = QueryResult(began: Instant(microseconds: began))
            if let column {
                // The column's own order decides, whatever its type.
                result.highest = try session.run(
                    """
                    SELECT q.\(column)::text FROM (\(sql)) AS q WHERE q.\(column) IS NOT NULL
                    ORDER BY q.\(column) DESC LIMIT 1
                    """
                ).first { row in try row.text(0) }
                guard result.highest != nil else { return result }
            }
            let reception = archive.receive(from: "query", largest: largest)
            try session.copyCSV(of: sql) { try reception.append($0) }
            result.file = try archive.keep(reception)
            return result
        }
    }

    /// PostgreSQL's manual, §4.1.2.1, with standard-conforming strings, as every session of ours has them.
    private static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private static func identifier(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}

/// What a query came to.
struct QueryResult: Sendable {
    /// When the view of the database was taken, by its clock.
    let began: Instant
    /// The highest value of the column asked for; nil where no row has one.
    var highest: String?
    /// Nil where nothing is new.
    var file: ArchivedFile?

    init(began: Instant) { self.began = began }
}
