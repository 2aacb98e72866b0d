package import Model
package import Postgres

/// Lays the law where checks and auditors can read it.
package enum LawStore {
    /// Keeps this version of the law for good, and puts its thresholds in place of those there were.
    ///
    /// - Parameters:
    ///   - thresholds: the lines of alcohol.
    ///   - version: of the law.
    ///   - content: all of it, as JSON.
    ///   - session: in the transaction of the review.
    /// - Throws: `DatabaseError`.
    package static func save(
        _ thresholds: [Threshold],
        version: String,
        content: String,
        _ session: borrowing Session
    ) throws {
        try session.run(
            "INSERT INTO docket.law_version (version, content) VALUES ($1, $2) ON CONFLICT (version) DO NOTHING",
            [.text(version), .text(content)]
        )
        try session.run("DELETE FROM docket.threshold")
        for threshold in thresholds {
            let validity = threshold.validity
            try session.run(
                """
                INSERT INTO docket.threshold (code, effective_from, effective_to, alcohol, citation)
                VALUES ($1, $2, coalesce($3::timestamptz, 'infinity'), $4, $5)
                """,
                [
                    .text(threshold.code.rawValue), .instant(ChinaTime.startOfDay(validity.from).microseconds),
                    .optional(instant: validity.until.map { ChinaTime.startOfDay($0).microseconds }),
                    .integer32(Int32(clamping: threshold.alcohol.hundredths)), .text(validity.citation),
                ]
            )
        }
    }
}
