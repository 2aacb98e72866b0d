package import Model
package import Settings

/// A field and the column that is proposed for it.
package struct FieldMatch: Sendable {
    package let field: Field
    package let words: Synonyms.FieldWords
    package let evidence: ColumnEvidence
    /// The columns its time is told by, where it is one.
    var time: TimeColumns?
    /// Whether it was known by its values, for its name says nothing.
    package var isByContent = false

    /// All columns it is read from.
    var columns: [ColumnEvidence] { time?.columns ?? [evidence] }
}

/// What one kind of record makes of a file's columns.
package struct KindProposal: Sendable {
    package let words: Synonyms.KindWords
    package let matches: [FieldMatch]
    /// Fields that take the same value in every row.
    package let constants: [(field: Field, value: String)]
    package let unmapped: [ColumnEvidence]

    package var kind: Kind { words.kind }
    package var missing: [Field] {
        kind.schema.fields.filter { field in
            field.isRequired && !matches.contains { $0.field == field } && !constants.contains { $0.field == field }
        }
    }

    /// Whether a column bears a name of something the kind cannot be without; any file may hold a unit or a person's name.
    package var isPlausible: Bool { matches.contains { $0.field.isRequired && !$0.isByContent } }

    /// How much of the file, and of the kind, it explains.
    package var score: Int {
        2 * matches.count { !$0.isByContent } + matches.count { $0.isByContent } + 3
            * matches.count { $0.field.isRequired }
            - 4 * missing.count
    }
}
