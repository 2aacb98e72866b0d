package import Model
package import Postgres

/// Files that a feed would take and could not: until somebody sees to them, the feed proves no more than came before.
package enum MissedFiles {
    /// Notes why a file was not taken.
    package static func note(
        _ name: String,
        exportedAt: Instant?,
        because reason: String,
        feed: String,
        at now: Instant,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            INSERT INTO docket.missed_file AS m (region, feed, file_name, exported_at, reason, since)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (region, feed, file_name) DO UPDATE SET exported_at = excluded.exported_at,
                reason = excluded.reason
            WHERE (m.exported_at, m.reason) IS DISTINCT FROM (excluded.exported_at, excluded.reason)
            """,
            [
                .integer32(region), .text(feed), .text(name), .optional(instant: exportedAt?.microseconds),
                .text(reason), .instant(now.microseconds),
            ]
        )
    }

    /// Forgets a file that was taken after all.
    static func forget(_ name: String, feed: String, region: Int32, _ session: borrowing Session) throws {
        try session.run(
            "DELETE FROM docket.missed_file WHERE region = $1 AND feed = $2 AND file_name = $3",
            [.integer32(region), .text(feed), .text(name)]
        )
    }

    /// Why the first of the files missed was not taken, with their number; nil where none is missed.
    package static func complaint(feed: String, region: Int32, _ session: borrowing Session) throws -> String? {
        let missed = try session.run(
            "SELECT file_name, reason FROM docket.missed_file WHERE region = $1 AND feed = $2 ORDER BY file_name",
            [.integer32(region), .text(feed)]
        ).map { row in (name: try row.text(0), reason: try row.text(1)) }
        guard let first = missed.first else { return nil }
        let others = missed.count > 1 ? " (共 \(missed.count) 个 / \(missed.count) in all)" : ""
        return "\(first.name): \(first.reason)\(others)"
    }
}
