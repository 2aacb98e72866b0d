import Postgres
import TestSupport
import Testing

@Suite("Reading rows", .ownDatabase) struct RowTests {
    let connection = OwnDatabase.connection

    @Test("a column that is not there, of another type, or NULL is an error and never a crash")
    func mistakes() async throws {
        try await connection.use { session in
            let rows = try session.run("SELECT 1, 'a'::text, NULL::text, 1.5::numeric, 'infinity'::timestamptz")
            try rows.single { row in
                expectRefusal { _ = try row.integer(5) }
                expectRefusal { _ = try row.integer(-1) }
                expectRefusal { _ = try row.integer(.max) }
                expectRefusal { _ = try row.text(0) }
                expectRefusal { _ = try row.integer(1) }
                expectRefusal { _ = try row.bytes(1) }
                expectRefusal { _ = try row.texts(1) }
                expectRefusal { _ = try row.text(2) }
                expectRefusal { _ = try row.optionalFlag(2) }
                expectRefusal { _ = try row.double(3) }
                expectRefusal { _ = try row.integer(3) }
                expectRefusal { _ = try row.instant(4) }
                expectRefusal { _ = try row.day(4) }
            }
        }
    }

    @Test("every kind of text and whole number is read")
    func kinds() async throws {
        try await connection.use { session in
            try session.runScript("CREATE TYPE mood AS ENUM ('晴', 'rain')")
            let texts = """
                SELECT 'a'::text, 'a'::varchar(3), 'a'::name, '晴'::mood, 'null'::json, '"a"'::jsonb, 'a', "char" 'a'
                """
            let found = try session.run(texts).single { (row) throws(DatabaseError) in
                try (0..<8).map { (column) throws(DatabaseError) in try row.text(column) }
            }
            #expect(found == ["a", "a", "a", "晴", "null", #""a""#, "a", "a"])
            let numbers = try session.run("SELECT 1::smallint, -2::integer, 3::bigint, 4::oid").single { row in
                [try row.integer(0), try row.integer(1), try row.integer(2), try row.integer(3)]
            }
            #expect(numbers == [1, -2, 3, 4])
            let error = #expect(throws: DatabaseError.self) {
                try session.run("SELECT 5000000000").single { try $0.integer32(0) }
            }
            #expect(error?.kind == .unexpectedResult)
            #expect(throws: DatabaseError.self) { try session.run("SELECT ROW(1, 2)").single { try $0.text(0) } }
        }
    }

    @Test("NULL is nil for every optional accessor")
    func nulls() async throws {
        try await connection.use { session in
            let rows = try session.run(
                """
                SELECT NULL::text, NULL::integer, NULL::boolean, NULL::bytea, NULL::timestamptz, NULL::date, NULL::text[],
                    NULL::bigint[], NULL::double precision
                """
            )
            try rows.single { (row) throws in
                #expect(try row.optionalText(0) == nil)
                #expect(try row.optionalInteger(1) == nil)
                #expect(try row.optionalInteger32(1) == nil)
                #expect(try row.optionalFlag(2) == nil)
                #expect(try row.optionalBytes(3) == nil)
                #expect(try row.optionalBytes16(3) == nil)
                #expect(try row.optionalInstant(4) == nil)
                #expect(try row.optionalDay(5) == nil)
                #expect(try row.optionalTexts(6) == nil)
                #expect(try row.optionalIntegers(7) == nil)
                #expect(try row.optionalDouble(8) == nil)
            }
        }
    }

    @Test("arrays come back; those with NULLs or more dimensions are refused")
    func arrays() async throws {
        try await connection.use { session in
            let rows = try session.run("SELECT '{a,\"\",湘}'::text[], '{}'::text[], '{-1,9}'::bigint[]")
            #expect(try rows.single { try $0.texts(0) } == ["a", "", "湘"])
            #expect(try rows.single { try $0.texts(1) } == [])
            #expect(try rows.single { try $0.integers(2) } == [-1, 9])
            for array in ["{a,NULL}", "{{a},{b}}"] {
                let error = #expect(throws: DatabaseError.self) {
                    try session.run("SELECT $1::text::text[]", [.text(array)]).single { try $0.texts(0) }
                }
                #expect(error?.kind == .unexpectedResult)
            }
        }
    }

    @Test("one row means exactly one")
    func single() async throws {
        try await connection.use { (session) throws in
            for sql in ["SELECT 1 WHERE false", "SELECT generate_series(1, 2)"] {
                let error = #expect(throws: DatabaseError.self) { try session.run(sql).single { try $0.integer(0) } }
                #expect(error?.kind == .unexpectedResult)
            }
            #expect(try session.run("SELECT 1 WHERE false").first { try $0.integer(0) } == nil)
            #expect(try session.run("SELECT generate_series(1, 2)").first { try $0.integer(0) } == 1)
            #expect(try session.run("SELECT generate_series(1, 3)").map { try $0.integer(0) } == [1, 2, 3])
        }
    }

    @Test(
        "a failing statement carries its SQLSTATE",
        arguments: [("SELECT 1/0", "22012"), ("SELEC", "42601"), ("SELECT * FROM nowhere", "42P01")]
    )
    func failures(sql: String, state: String) async throws {
        let error = await #expect(throws: DatabaseError.self) { try await connection.use { try $0.run(sql).count } }
        #expect(error?.kind == .statementFailed(SQLState(rawValue: state)))
        #expect(error?.isTransient == false)
    }

    @Test("a COPY that comes by the wrong way neither hangs nor breaks the session")
    func strayCopies() async throws {
        try await connection.use { session in
            try session.runScript("CREATE TABLE copied (n bigint)")
            #expect(throws: DatabaseError.self) { try session.run("COPY copied FROM STDIN") }
            #expect(throws: DatabaseError.self) { try session.runScript("SELECT 1; COPY copied FROM STDIN; SELECT 2") }
            try session.run("COPY (SELECT generate_series(1, 1000)) TO STDOUT")
            #expect(throws: DatabaseError.self) { try session.stream("COPY copied FROM STDIN") { _ in } }
            #expect(try session.run("SELECT 1").count == 1)
        }
    }

    private func expectRefusal(_ read: () throws -> Void) {
        let error = #expect(throws: DatabaseError.self) { try read() }
        #expect(error?.kind == .unexpectedResult)
    }
}
