package import Model
package import Postgres

/// Runs the SQL of a check over the subjects under review: it may read records and nothing else, and not for ever.
package enum CheckQuery {
    /// What the SQL of a check says of one subject.
    package struct Answer: Equatable, Sendable {
        package var subject: String
        /// The subject under review it hangs on.
        package var scope: String
        package var unit: String
        /// When the clock starts.
        package var since: Instant
        /// What should have followed has followed.
        package var isAnswered: Bool
        /// When it did, where the check tells.
        package var answeredAt: Instant?
        /// Wait until the feeds are complete, even where the trouble would stand at once.
        package var waits: Bool
        /// Name of the band; nil where the check does not tell.
        package var band: String?
        /// Of several clocks the first that counts; nil for the first of all.
        package var clock: String?
        /// Seconds for which lawful events hold the clock up.
        package var pause: Int64
        /// The JSON of `FindingDetails`.
        package var details: String?
    }

    /// The columns every check returns, by name.
    package static let required = ["subject", "unit", "since", "answered"]
    /// Those it may return beside them, with what stands for them otherwise.
    static let optional = [
        ("scope", "x.subject::text"), ("answered_at", "NULL::timestamptz"), ("waits", "false"), ("band", "NULL::text"),
        ("clock", "NULL::text"), ("pause", "0::bigint"), ("records", "NULL::text[]"),
    ]
    /// How long a check may take in a review of everything, in milliseconds: a bound on what goes wrong, not a goal.
    package static let longest: Int32 = 300_000

    /// The names of the columns the SQL returns; nothing is run.
    ///
    /// - Throws: `DatabaseError` where the SQL is not sound.
    package static func columns(of sql: String, _ parameters: [Parameter], _ session: borrowing Session) throws
        -> [String]
    {
        try confined(milliseconds: 10_000, session) { session in
            try session.run("SELECT x.* FROM (\n\(sql)\n) x LIMIT 0", parameters).columnNames
        }
    }

    /// What the SQL says of each subject, in their order.
    ///
    /// - Parameters:
    ///   - sql: the SQL of the check.
    ///   - columns: what it returns, as `columns(of:)` told.
    ///   - shown: those of them that tell people what was compared.
    ///   - parameters: by number.
    ///   - limit: how long it may take, in milliseconds.
    ///   - session: in a transaction.
    /// - Returns: one answer for each subject it speaks of.
    /// - Throws: `DatabaseError`, of kind `unexpectedResult` where the SQL does not return what a check returns.
    package static func run(
        _ sql: String,
        columns: [String],
        shown: [String],
        _ parameters: [Parameter],
        milliseconds limit: Int32 = longest,
        _ session: borrowing Session
    ) throws -> [Answer] {
        let wrapped = wrapped(sql, columns: columns, shown: shown)
        return try confined(milliseconds: limit, session) { session in
            var answers: [Answer] = []
            try session.stream(wrapped, parameters) { row in
                let answer = try answer(row)
                guard answer.subject != answers.last?.subject else {
                    throw DatabaseError(
                        kind: .unexpectedResult,
                        message: "核查对同一对象给出两行 / the check returned two rows for \(answer.subject)"
                    )
                }
                answers.append(answer)
            }
            return answers
        }
    }

    private static func wrapped(_ sql: String, columns: [String], shown: [String]) -> String {
        let names = Set(columns)
        let values = Dictionary(
            uniqueKeysWithValues: optional.map { name, absent in (name, names.contains(name) ? "x.\(name)" : absent) }
        )
        func value(_ name: String) -> String { values[name] ?? "NULL" }
        let facts = shown.filter(names.contains).map { "'\($0)', x.\($0)::text" }.joined(separator: ", ")
        let details =
            facts.isEmpty && !names.contains("records")
            ? "NULL::text"
            : """
            json_strip_nulls(json_build_object('facts', json_build_object(\(facts)),
                'records', to_json(\(value("records")))))::text
            """
        return """
            SELECT x.subject::text, \(value("scope"))::text, coalesce(x.unit, '')::text, x.since::timestamptz,
                x.answered::boolean, \(value("answered_at"))::timestamptz, \(value("waits"))::boolean,
                \(value("band"))::text, \(value("clock"))::text, coalesce(\(value("pause")), 0)::bigint, \(details)
            FROM (
            \(sql)
            ) x ORDER BY 1
            """
    }

    private static func answer(_ row: borrowing Row) throws -> Answer {
        Answer(
            subject: try row.text(0),
            scope: try row.text(1),
            unit: try row.text(2),
            since: Instant(microseconds: try row.instant(3)),
            isAnswered: try row.flag(4),
            answeredAt: try row.optionalInstant(5).map { Instant(microseconds: $0) },
            waits: try row.flag(6),
            band: try row.optionalText(7),
            clock: try row.optionalText(8),
            pause: try row.integer(9),
            details: try row.optionalText(10)
        )
    }

    private static func confined<Value>(
        milliseconds limit: Int32,
        _ session: borrowing Session,
        _ body: (borrowing Session) throws -> Value
    ) throws -> Value {
        // Deploy/roles.sql makes the role.
        try session.confined(asRole: "docket_check", using: "docket", milliseconds: limit, body)
    }
}
