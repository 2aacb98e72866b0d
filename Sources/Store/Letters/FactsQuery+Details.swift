package import Postgres

extension FactsQuery {
    /// What is kept of findings beside their verdict, by `check subject`.
    ///
    /// - Throws: `DatabaseError`.
    package static func details(
        _ subjects: [(check: String, subject: String)],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String: (band: String, details: FindingDetails)] {
        guard !subjects.isEmpty else { return [:] }
        let rows = try session.run(
            """
            SELECT f.check_id, f.subject, f.band, f.details FROM unnest($2::text[], $3::text[]) w (check_id, subject)
            JOIN docket.finding f ON f.region = $1 AND f.check_id = w.check_id AND f.subject = w.subject
            ORDER BY f.check_id, f.subject
            """,
            [.integer32(region), .texts(subjects.map(\.check)), .texts(subjects.map(\.subject))]
        ).map { row in
            (
                "\(try row.text(0)) \(try row.text(1))",
                (band: try row.text(2), details: FindingDetails(try row.optionalText(3)))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
