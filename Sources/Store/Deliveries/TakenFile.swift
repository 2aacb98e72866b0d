package import Postgres

/// What became of a file of a folder, by what the cursor remembers of it.
package struct TakenFile: Equatable, Sendable {
    package var mark: SourceMark
    package var sha256: [UInt8]
    /// Nothing could be read of it.
    package var isUnreadable: Bool

    /// Those of these names that were taken.
    ///
    /// - Throws: `DatabaseError`.
    package static func all(
        named names: [String],
        feed: String,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [TakenFile] {
        try session.run(
            """
            SELECT s.file_name, s.mark, d.sha256, d.unreadable IS NOT NULL
            FROM docket.source_file s
            JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery
            WHERE s.region = $1 AND s.feed = $2 AND s.file_name = ANY ($3)
            ORDER BY s.file_name
            """,
            [.integer32(region), .text(feed), .texts(names)]
        ).map { row in
            TakenFile(
                mark: SourceMark(name: try row.text(0), mark: try row.text(1)),
                sha256: try row.bytes(2),
                isUnreadable: try row.flag(3)
            )
        }
    }
}
