import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Tables hold exactly the fields of their kind", .ownDatabase)
struct SchemaTests {
    @Test("the columns of a record table are its provenance and its fields", arguments: Kind.allCases)
    func columns(kind: Kind) async throws {
        var found = try await OwnDatabase.connection.use { session in
            try session.run(
                """
                SELECT column_name::text || ' ' || udt_name::text FROM information_schema.columns
                WHERE table_schema = 'docket' AND table_name = $1 ORDER BY ordinal_position
                """,
                [.text(kind.rawValue)]
            ).map { row in try row.text(0) }
        }
        let table = RecordTable(kind)
        let own = zip(table.valueColumns, table.valueTypes).map { name, type in
            name + " " + (["bigint": "int8", "integer": "int4", "boolean": "bool"][type] ?? type)
        }
        #expect(found.contains("part int4"))
        found.removeAll { $0 == "part int4" }
        #expect(Array(found.suffix(own.count)) == own)
        #expect(
            found.dropLast(own.count).map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
                "region", "key", "revision", "latest", "seen_at", "delivery", "line", "byte_from", "byte_length",
                "content_hash", "defects",
            ]
        )
    }
}
