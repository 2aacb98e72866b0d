package import Model

/// One check as its YAML file describes it.
package struct CheckDefinition: Equatable, Sendable {
    package var id: String
    /// Counted up by whoever changes what the check says.
    package var number: Int64 = 1
    package var status = CheckStatus.active
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
    /// Where the trouble grows with time: its clocks in their order. Then `clock` is nil.
    package var rises: [CheckRise] = []
    /// The degrees of the trouble; never empty.
    package var bands: [CheckBand]
    /// A duty fulfilled late leaves a closed alert (ruling 13).
    package var keepsLateness = false
    /// Columns of the SQL that tell people what was compared.
    package var columns: [CheckColumn] = []
    package var exceptions: [CheckException] = []
    /// Parameters of the SQL, by name, each an integer or a text.
    package var parameters: [String: CheckParameter]
    package var sql: String
    package var legalBasis: [LegalBasis]
    /// What would close the alert, in both languages.
    package var remedyChinese: String
    package var remedyEnglish: String
    /// Innocent explanations to rule out first.
    package var trapsChinese: [String]
    package var trapsEnglish: [String]
    package var examples: [CheckExample]
    /// Absolute path of its file, for whoever must mend it.
    package var path: String
    /// The file as it was read: what this version of the rule said can be read, and run, years later.
    package var source: String
    /// SHA-256 of the file's bytes in lower-case hex: the version of the rule every alert quotes.
    package var version: String

    /// Whether it is of records that are in their registers no more.
    package var speaksOfVanishing: Bool { sql.contains("docket.vanished_record") }

    /// The band of a name.
    package func band(_ name: String) -> CheckBand? { bands.first { $0.name == name } }

    /// The provisions in force on a day, as they are quoted.
    package func legalTexts(on day: Day) -> [String] { legalBasis.filter { $0.isInForce(on: day) }.map(\.text) }
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
