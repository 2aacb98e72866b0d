package import Model
package import Postgres

/// Lays the records of a check's example into a region of their own, for a transaction of which nothing is kept.
package enum ExampleStore {
    /// One record: its kind, its key, and the text of its fields in the canonical forms.
    package struct Record: Equatable, Sendable {
        package var kind: Kind
        package var key: String
        package var values: [String: String]
        /// When the export showed it.
        package var seenAt: Instant

        package init(kind: Kind, key: String, values: [String: String], seenAt: Instant) {
            self.kind = kind
            self.key = key
            self.values = values
            self.seenAt = seenAt
        }
    }

    /// Adds the records in their order: of one key each is a later revision of those before it.
    ///
    /// - Throws: `DatabaseError`.
    package static func add(_ records: [Record], region: Int32, _ session: borrowing Session) throws {
        let last = Dictionary(
            records.enumerated().map { ("\($1.kind.rawValue) \($1.key)", $0) },
            uniquingKeysWith: { max($0, $1) }
        )
        var revisions: [String: Int32] = [:]
        for (index, record) in records.enumerated() {
            let name = "\(record.kind.rawValue) \(record.key)"
            revisions[name, default: 0] += 1
            try add(
                record,
                line: Int64(index + 1),
                revision: revisions[name] ?? 1,
                isLatest: last[name] == index,
                region: region,
                session
            )
        }
    }

    /// Lets a record be in its register no more.
    ///
    /// - Parameters:
    ///   - key: of the record.
    ///   - kind: whose only register it is.
    ///   - exports: the whole exports there were: the last that showed it, and those without it.
    ///   - region: of the example.
    ///   - session: in its transaction.
    /// - Throws: `DatabaseError`.
    package static func vanish(
        _ key: String,
        of kind: Kind,
        exports: [Instant],
        region: Int32,
        _ session: borrowing Session
    ) throws {
        let feed: [Parameter] = [.integer32(region), .text(kind.rawValue)]
        try session.run(
            """
            INSERT INTO docket.feed (region, name, kind, serves) VALUES ($1, $2, $2, '{}')
            ON CONFLICT (region, name) DO NOTHING
            """,
            feed
        )
        for export in exports {
            let number = try Counter.next("delivery", region: region, session)
            try session.run(
                """
                INSERT INTO docket.delivery (region, number, feed, kind, sha256, file_name, bytes, exported_at, received_at,
                    read, stored, revised, unchanged, rejected)
                VALUES ($1, $3, $2, $2, '', '', 0, $4, $4, 0, 0, 0, 0, 0)
                """,
                feed + [.integer(number), .instant(export.microseconds)]
            )
            try session.run(
                """
                INSERT INTO docket.snapshot (region, feed, exported_at, delivery, counts) VALUES ($1, $2, $4, $3, true)
                """,
                feed + [.integer(number), .instant(export.microseconds)]
            )
        }
        guard exports.count > 1 else { return }
        try session.run(
            "INSERT INTO docket.presence (region, feed, key, since, gone_at) VALUES ($1, $2, $3, $4, $5)",
            feed + [.text(key), .instant(exports[0].microseconds), .instant(exports[1].microseconds)]
        )
    }

    private static func add(
        _ record: Record,
        line: Int64,
        revision: Int32,
        isLatest: Bool,
        region: Int32,
        _ session: borrowing Session
    ) throws {
        let table = RecordTable(record.kind)
        let fields = table.schema.fields.filter { record.values[$0.name] != nil }
        let cells = fields.enumerated().flatMap { index, field in
            Self.cells(field, "$\(index + 8)")
        }
        let names = cells.map { ", \($0.column)" }.joined()
        let values = cells.map { ", \($0.value)" }.joined()
        try session.run(
            """
            INSERT INTO \(table.name) (region, key, revision, latest, seen_at, delivery, part, line, byte_from, byte_length,
                content_hash\(names))
            SELECT $1, $2, $3, $4, $5, $6, 0, $7, 0, 0, ''\(values)
            """,
            [
                .integer32(region), .text(record.key), .integer32(revision), .flag(isLatest),
                .instant(record.seenAt.microseconds), .integer(line), .integer(line),
            ] + fields.map { .text(record.values[$0.name] ?? "") }
        )
    }

    /// The columns of a field, and how its text becomes their values. Tokens are any that are equal where the texts are.
    private static func cells(_ field: Field, _ text: String) -> [(column: String, value: String)] {
        let value =
            switch field.type {
            case .text, .choice, .organisation, .policeNumber: text + "::text"
            case .integer: text + "::text::bigint"
            case .flag: text + "::text::boolean"
            case .instant: "(\(text)::text || '+08')::timestamptz"
            case .date: text + "::text::date"
            case .alcohol: "round(\(text)::text::numeric * 100)::integer"
            case .personID, .personName, .plate, .phone: text + "::text"
            }
        guard field.type.isPersonal else { return [(field.name, value)] }
        let token = "decode(md5('\(field.type.tokenLabel)' || \(text)::text), 'hex')"
        return [(field.name + "_masked", value), (field.name + "_token", token)]
    }
}
