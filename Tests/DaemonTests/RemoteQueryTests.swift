import Model
import Postgres
import Settings
import TestSupport
import Testing

@Suite("A feed from another database", .ownDatabase)
struct RemoteQueryTests {
    private static let csv = FileFormat.csv(
        CSVDialect(encoding: .utf8, delimiter: 0x2C, quote: 0x22, layout: TableLayout(heading: .row(1)))
    )

    private func withSource(_ body: (String, Connection) async throws -> Void) async throws {
        let server = try TestServer.shared.get()
        try await server.withDatabase(options: "TEMPLATE template0") { parameters in
            let connection = Connection(parameters, label: "source", isForeign: true)
            try await connection.use {
                try $0.runScript(
                    """
                    CREATE TABLE alky_info (id bigint, deviceid text, tested timestamp);
                    INSERT INTO alky_info VALUES (2, 'D1', '2025-12-01 10:00'), (10, 'D,"1"', '2025-12-01 11:00')
                    """
                )
            }
            try await body(parameters, connection)
            await connection.close()
        }
    }

    private static let sql = """
        SELECT deviceid AS device, id AS record_no, tested AS tested_at FROM alky_info WHERE id > :high_water ORDER BY id
        """

    @Test("takes what is new by the order of the column, byte for byte as the server wrote it")
    func highWater() async throws {
        try await withSource { parameters, source in
            let query = QuerySource(
                connection: parameters,
                sql: Self.sql,
                highWater: .init(column: "record_no", start: "0")
            )
            let house = try await House.remote(.query(query), format: Self.csv) { $0.exportMoment = .snapshotTime }
            #expect(try await house.poll() == (1, nil))
            #expect(try await house.poll() == (0, nil))
            #expect(try await house.stored() == ["2", "10"])
            #expect(
                try await house.texts("SELECT device FROM docket.breath_test ORDER BY record_no") == ["D1", #"D,"1""#]
            )
            // As text 9 would be higher than 10.
            try await source.use { try $0.runScript("INSERT INTO alky_info VALUES (11, 'D1', '2025-12-01 12:00')") }
            #expect(try await house.poll() == (1, nil))
            #expect(try await house.stored() == ["2", "10", "11"])
            #expect(try await house.texts("SELECT mark FROM docket.source_file") == ["11"])
        }
    }

    @Test("a result that came and could not be stored comes again", arguments: [true, false])
    func notStored(isMarked: Bool) async throws {
        try await withSource { parameters, _ in
            let query = QuerySource(
                connection: parameters,
                sql: isMarked ? Self.sql : Self.sql.replacing(":high_water", with: "0"),
                highWater: isMarked ? .init(column: "record_no", start: "0") : nil
            )
            let house = try await House.remote(.query(query), format: Self.csv) { $0.exportMoment = .snapshotTime }
            try await house.withoutTests { await #expect(throws: DatabaseError.self) { try await house.poll() } }
            #expect(try await house.poll() == (1, nil))
            #expect(try await house.stored() == ["2", "10"])
        }
    }

    @Test("the whole of a view is taken whenever it is another")
    func whole() async throws {
        try await withSource { parameters, source in
            let sql = "SELECT deviceid AS device, id AS record_no, tested AS tested_at FROM alky_info ORDER BY id"
            let query = QuerySource(connection: parameters, sql: sql, highWater: nil)
            let house = try await House.remote(.query(query), format: Self.csv) { $0.contents = .snapshot }
            #expect(try await house.poll() == (1, nil))
            #expect(try await house.poll() == (0, nil))
            try await source.use { try $0.runScript("INSERT INTO alky_info VALUES (3, 'D1', '2025-12-01 12:00')") }
            #expect(try await house.poll() == (1, nil))
            #expect(try await house.stored() == ["2", "3", "10"])
        }
    }

    @Test(
        "nothing can be written, nothing runs for ever, and what the server refuses is told",
        arguments: [
            ("DELETE FROM alky_info RETURNING *", "read-only transaction"), ("SELECT * FROM nothing", "does not exist"),
            ("SELECT pg_sleep(60)", "statement timeout"), ("SELECT nextval('s')", "read-only transaction"),
            ("SELECT 1) TO STDOUT; DROP TABLE alky_info; COPY (SELECT 1", "multiple commands"),
        ]
    )
    func refused(_ sql: String, _ words: String) async throws {
        try await withSource { parameters, source in
            try await source.use { try $0.runScript("CREATE SEQUENCE s") }
            let query = QuerySource(connection: parameters, sql: sql, highWater: nil, timeoutSeconds: 1)
            let house = try await House.remote(.query(query), format: Self.csv)
            let trouble = try await house.poll().trouble
            #expect(trouble?.contains(words) == true, "\(trouble ?? "")")
            let count = try await source.use {
                try $0.run("SELECT count(*) FROM alky_info").single { try $0.integer(0) }
            }
            #expect(count == 2)
        }
    }
}
