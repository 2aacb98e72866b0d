package import Model

/// One check as its YAML file describes it.
package struct CheckDefinition: Equatable, Sendable {
    package var id: String
    package var titleChinese: String
    package var titleEnglish: String
    package var subject: SubjectKind
    /// Kinds of record without which the check cannot run at all.
    package var needs: [Kind]
    /// Fields of them without which it cannot either: what no feed maps is not absent, but unknown.
    package var neededFields: [NeededField]
    /// Kinds whose absence the check claims: it is undetermined until their feeds are complete past the deadline.
    package var absenceOf: [Kind]
    /// Kinds whose records may excuse a subject: where a feed brings them, it must be complete up to the trouble's start.
    package var excusedBy: [Kind]
    /// Code of the clock in the clock table, or nil where the trouble stands at once.
    package var clock: String?
    /// Parameters of the SQL, by name, each an integer or a text.
    package var parameters: [String: CheckParameter]
    package var sql: String
    package var legalBasis: [String]
    /// What would close the alert, in both languages.
    package var remedyChinese: String
    package var remedyEnglish: String
    /// Innocent explanations to rule out first.
    package var trapsChinese: [String]
    package var trapsEnglish: [String]
    package var examples: [CheckExample]
    /// SHA-256 of the file's bytes in lower-case hex: the version of the rule every alert quotes.
    package var version: String

    package init(
        id: String,
        titleChinese: String,
        titleEnglish: String,
        subject: SubjectKind,
        needs: [Kind],
        neededFields: [NeededField],
        absenceOf: [Kind],
        excusedBy: [Kind],
        clock: String?,
        parameters: [String: CheckParameter],
        sql: String,
        legalBasis: [String],
        remedyChinese: String,
        remedyEnglish: String,
        trapsChinese: [String],
        trapsEnglish: [String],
        examples: [CheckExample],
        version: String
    ) {
        self.id = id
        self.titleChinese = titleChinese
        self.titleEnglish = titleEnglish
        self.subject = subject
        self.needs = needs
        self.neededFields = neededFields
        self.absenceOf = absenceOf
        self.excusedBy = excusedBy
        self.clock = clock
        self.parameters = parameters
        self.sql = sql
        self.legalBasis = legalBasis
        self.remedyChinese = remedyChinese
        self.remedyEnglish = remedyEnglish
        self.trapsChinese = trapsChinese
        self.trapsEnglish = trapsEnglish
        self.examples = examples
        self.version = version
    }
}

/// A value of a check's parameter.
package enum CheckParameter: Equatable, Sendable {
    case integer(Int64)
    case text(String)
}

/// A field of a kind of record.
package struct NeededField: Hashable, Sendable {
    package let kind: Kind
    package let field: String

    package init(kind: Kind, field: String) {
        self.kind = kind
        self.field = field
    }
}

extension CheckDefinition {
    /// What the check needs and the feeds do not bring: it cannot run while there is any.
    package func missing(among feeds: [FeedDefinition]) -> [MissingNeed] {
        let kinds = needs.filter { kind in !feeds.contains { $0.kind == kind } }.map { MissingNeed(kind: $0) }
        let fields = neededFields.filter { needed in
            feeds.contains { feed in
                feed.kind == needed.kind && !feed.columns.contains { $0.field == needed.field }
            }
        }
        return kinds + fields.map { MissingNeed(kind: $0.kind, field: $0.field) }
    }
}
