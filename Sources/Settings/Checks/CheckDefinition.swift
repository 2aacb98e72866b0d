package import Model

/// One check as its YAML file describes it.
package struct CheckDefinition: Equatable, Sendable {
    package var id: String
    package var titleChinese: String
    package var titleEnglish: String
    package var subject: SubjectKind
    /// Kinds of record without which the check cannot run at all.
    package var needs: [Kind]
    /// Kinds whose absence the check claims: it is undetermined until their feeds are complete past the deadline.
    package var absenceOf: [Kind]
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
        absenceOf: [Kind],
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
        self.absenceOf = absenceOf
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
