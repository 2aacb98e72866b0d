package import Model
package import Postgres

/// Keeps every version of every check that was ever in force, so that an alert's rule can be read years later.
package enum RuleStore {
    /// A check as an alert quotes it.
    package struct Rule: Equatable, Sendable {
        package var check: String
        package var version: String
        package var titleChinese: String
        package var titleEnglish: String
        package var legalBasis: [String]
        package var remedyChinese: String
        package var remedyEnglish: String
        package var sql: String
        /// Number of the version, as its author counts.
        package var number: Int64
        /// The whole file; empty for rules of the intake itself.
        package var source: String

        package init(
            check: String,
            version: String,
            titleChinese: String,
            titleEnglish: String,
            legalBasis: [String],
            remedyChinese: String,
            remedyEnglish: String,
            sql: String,
            number: Int64 = 1,
            source: String = ""
        ) {
            self.check = check
            self.version = version
            self.titleChinese = titleChinese
            self.titleEnglish = titleEnglish
            self.legalBasis = legalBasis
            self.remedyChinese = remedyChinese
            self.remedyEnglish = remedyEnglish
            self.sql = sql
            self.number = number
            self.source = source
        }
    }

    /// A version of a check as it was in force, or nil where none of that name ever was.
    package static func rule(_ check: String, version: String, _ session: borrowing Session) throws -> Rule? {
        try session.run(
            """
            SELECT title_zh, title_en, legal_basis, remedy_zh, remedy_en, sql, number, source FROM docket.check_rule
            WHERE check_id = $1 AND version = $2
            """,
            [.text(check), .text(version)]
        ).first { row in
            Rule(
                check: check,
                version: version,
                titleChinese: try row.text(0),
                titleEnglish: try row.text(1),
                legalBasis: try row.texts(2),
                remedyChinese: try row.text(3),
                remedyEnglish: try row.text(4),
                sql: try row.text(5),
                number: try row.integer(6),
                source: try row.text(7)
            )
        }
    }

    /// Adds the versions that are new, and puts the names of units as they are now.
    ///
    /// - Throws: `DatabaseError`.
    package static func save(_ rules: [Rule], units: [Unit], _ session: borrowing Session) throws {
        for rule in rules {
            try session.run(
                """
                INSERT INTO docket.check_rule AS r
                    (check_id, version, title_zh, title_en, legal_basis, remedy_zh, remedy_en, sql, number, source)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (check_id, version) DO UPDATE SET number = excluded.number, source = excluded.source
                WHERE r.source <> excluded.source
                """,
                [
                    .text(rule.check), .text(rule.version), .text(rule.titleChinese), .text(rule.titleEnglish),
                    .texts(rule.legalBasis), .text(rule.remedyChinese), .text(rule.remedyEnglish), .text(rule.sql),
                    .integer(rule.number), .text(rule.source),
                ]
            )
        }
        for unit in units {
            try session.run(
                """
                INSERT INTO docket.unit AS u (code, name_zh, name_en) VALUES ($1, $2, $3)
                ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
                WHERE (u.name_zh, u.name_en) <> (excluded.name_zh, excluded.name_en)
                """,
                [.text(unit.code), .text(unit.nameChinese), .text(unit.nameEnglish)]
            )
        }
    }
}
