package import Model

/// The table of one kind of record: its name, and its columns in the order rows are written.
package struct RecordTable: Sendable {
    package let kind: Kind
    package let schema: KindSchema

    package init(_ kind: Kind) {
        self.kind = kind
        schema = kind.schema
    }

    /// Qualified name. Kinds are a closed list, so the name is never text from outside.
    package var name: String { "docket." + kind.rawValue }

    /// Columns of every kind that say where a row came from, beside those the store fills itself.
    package static let provenance = ["part", "line", "byte_from", "byte_length", "content_hash", "defects"]

    /// All columns, those that the store fills itself first.
    var columns: [String] {
        ["region", "key", "revision", "latest", "seen_at", "delivery"] + Self.provenance + valueColumns
    }

    /// Whether the text alcohol was read from is kept.
    package var keepsAlcoholText: Bool { schema.fields.contains { $0.type == .alcohol } }

    /// The columns that hold the record itself.
    package var valueColumns: [String] {
        (keepsAlcoholText ? ["alcohol_raw"] : [])
            + schema.fields.flatMap { field in
                field.type.isPersonal ? [field.name + "_masked", field.name + "_token"] : [field.name]
            }
    }

    /// The PostgreSQL type of each value column, in the same order.
    package var valueTypes: [String] {
        (keepsAlcoholText ? ["text"] : []) + schema.fields.flatMap { $0.type.columnTypes }
    }
}

extension FieldType {
    fileprivate var columnTypes: [String] {
        switch self {
        case .text, .choice, .organisation, .policeNumber: ["text"]
        case .integer: ["bigint"]
        case .flag: ["boolean"]
        case .instant: ["timestamptz"]
        case .date: ["date"]
        case .alcohol: ["integer"]
        case .personID, .personName, .plate, .phone: ["text", "bytea"]
        }
    }
}
