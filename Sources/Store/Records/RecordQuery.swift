package import Model
package import Postgres

/// Reads single revisions of records as people may see them: personal data masked.
package enum RecordQuery {
    /// The filled fields of a revision in the order of its kind, as text: times in China time, alcohol in mg/100 mL.
    /// None where there is no such revision.
    ///
    /// - Throws: `DatabaseError`.
    package static func values(
        of kind: Kind,
        _ key: String,
        revision: Int64,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [(name: String, text: String)] {
        let pairs = try session.run(
            """
            SELECT e.key, e.value FROM docket.record_history h, jsonb_each_text(h.content) e
            WHERE h.region = $1 AND h.kind = $2 AND h.key = $3 AND h.revision = $4 AND e.value IS NOT NULL
            ORDER BY e.key
            """,
            [.integer32(region), .text(kind.rawValue), .text(key), .integer(revision)]
        ).map { row in (try row.text(0), try row.text(1)) }
        let found = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        return kind.schema.fields.compactMap { field in
            let column = field.type.isPersonal ? field.name + "_masked" : field.name
            return found[column].map { (field.name, shown($0, as: field.type)) }
        }
    }

    /// Which of the keys there are.
    ///
    /// - Throws: `DatabaseError`.
    package static func known(
        _ keys: [String],
        of kind: Kind,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String] {
        try session.run(
            "SELECT DISTINCT key FROM \(RecordTable(kind).name) WHERE region = $1 AND key = ANY ($2) ORDER BY key",
            [.integer32(region), .texts(keys)]
        ).map { row in try row.text(0) }
    }

    private static func shown(_ text: String, as type: FieldType) -> String {
        switch type {
        case .instant: Instant(rfc3339: text)?.chinaSecondText ?? text
        case .alcohol: Int64(text).map { "\(Alcohol(hundredths: $0))" } ?? text
        default: text
        }
    }
}
