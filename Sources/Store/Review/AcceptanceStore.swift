import Model
package import Postgres

/// Remembers which versions of checks were tried by their own examples, under which law, and how that went.
package enum AcceptanceStore {
    /// How the trial of a version went.
    package struct Acceptance: Equatable, Sendable {
        /// What its SQL returns.
        package var columns: [String]
        /// Why it was refused; nil where it was accepted.
        package var refusal: String?

        package init(columns: [String], refusal: String?) {
            self.columns = columns
            self.refusal = refusal
        }
    }

    /// The trials made under a law, by check and version; `Key` is `check version`.
    ///
    /// - Throws: `DatabaseError`.
    package static func all(law: String, _ session: borrowing Session) throws -> [String: Acceptance] {
        let rows = try session.run(
            """
            SELECT check_id, version, columns, refusal FROM docket.check_rule
            WHERE examined_by = $1 ORDER BY check_id, version
            """,
            [.text(law)]
        ).map { row in
            (
                "\(try row.text(0)) \(try row.text(1))",
                Acceptance(columns: try row.texts(2), refusal: try row.optionalText(3))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Writes down how the trial of a version went.
    ///
    /// - Throws: `DatabaseError`.
    package static func save(
        _ acceptance: Acceptance,
        of check: String,
        version: String,
        law: String,
        _ session: borrowing Session
    ) throws {
        try session.run(
            """
            UPDATE docket.check_rule SET columns = $3, refusal = $4, examined_by = $5
            WHERE check_id = $1 AND version = $2
            """,
            [
                .text(check), .text(version), .texts(acceptance.columns), .optional(text: acceptance.refusal),
                .text(law),
            ]
        )
    }
}
