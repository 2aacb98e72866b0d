package import Model
package import Postgres

/// Runs the SQL of a check over the subjects under review.
package enum CheckQuery {
    /// What the SQL of a check says of one subject.
    package struct Answer: Equatable, Sendable {
        package var subject: String
        package var unit: String
        /// When the clock starts.
        package var since: Instant
        /// What should have followed has followed.
        package var isAnswered: Bool
        /// Wait until the feeds are complete, even where the trouble would stand at once.
        package var waits: Bool
        package var severity: Severity
    }

    /// The columns every check returns, by name.
    package static let columns = ["subject", "unit", "since", "answered", "waits", "severity"]

    /// - Throws: `DatabaseError`, of kind `unexpectedResult` where the SQL does not return the columns of a check.
    package static func run(_ sql: String, _ parameters: [Parameter], _ session: borrowing Session) throws -> [Answer] {
        var answers: [Answer] = []
        var last: String?
        let wrapped = """
            SELECT subject::text, coalesce(unit, '')::text, since::timestamptz, answered::boolean, waits::boolean,
                severity::text
            FROM (
            \(sql)
            ) answer ORDER BY subject
            """
        try session.stream(wrapped, parameters) { row in
            let word = try row.text(5)
            guard let severity = Severity(rawValue: word) else {
                throw DatabaseError(
                    kind: .unexpectedResult,
                    message: "a check returned severity '\(word)'; it must be one of low, medium, high, critical"
                )
            }
            let subject = try row.text(0)
            guard subject != last else {
                throw DatabaseError(
                    kind: .unexpectedResult,
                    message: "核查对同一对象给出两行 / the check returned two rows for \(subject)"
                )
            }
            last = subject
            answers.append(
                Answer(
                    subject: subject,
                    unit: try row.text(1),
                    since: Instant(microseconds: try row.instant(2)),
                    isAnswered: try row.flag(3),
                    waits: try row.flag(4),
                    severity: severity
                )
            )
        }
        return answers
    }
}
