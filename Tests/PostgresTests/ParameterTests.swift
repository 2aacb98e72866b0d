import Postgres
import TestSupport
import Testing

@Suite("Parameters", .ownDatabase) struct ParameterTests {
    let connection = OwnDatabase.connection

    @Test(
        "text arrives as it was sent",
        arguments: ["", "'; DROP TABLE x; --", #"back\slash "quotes" $1 $$"#, "湘G***12", "\u{10FFFF}\u{1}", "e\u{301}"]
    )
    func texts(value: String) async throws {
        let found = try await connection.use { session in
            try session.run("SELECT $1", [.text(value)]).single { try $0.text(0) }
        }
        #expect(Array(found.utf8) == Array(value.utf8))
    }

    @Test("a text with a NUL is refused before it is sent")
    func nul() async throws {
        for parameter in [Parameter.text("a\0b"), .texts(["a", "\0"]), .json("\"\0\"")] {
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.use { try $0.run("SELECT $1", [parameter]).count }
            }
            #expect(error?.kind == .invalidValue)
        }
    }

    @Test("instants and days outside PostgreSQL's range are refused")
    func ranges() async throws {
        for parameter in [Parameter.instant(.min), .instant(.max), .day(.min), .day(.max), .instants([0, .max])] {
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.use { try $0.run("SELECT $1", [parameter]).count }
            }
            #expect(error?.kind == .invalidValue)
        }
    }

    @Test("numbers, flags and bytes arrive as they were sent")
    func scalars() async throws {
        try await connection.use { session in
            for value in [Int64.min, -1, 0, .max] {
                #expect(try session.run("SELECT $1", [.integer(value)]).single { try $0.integer(0) } == value)
            }
            for value in [Int32.min, 7, .max] {
                #expect(try session.run("SELECT $1", [.integer32(value)]).single { try $0.integer32(0) } == value)
            }
            for value in [0.1, -.infinity, .leastNonzeroMagnitude] {
                #expect(try session.run("SELECT $1", [.double(value)]).single { try $0.double(0) } == value)
            }
            for value in [true, false] {
                #expect(try session.run("SELECT $1", [.flag(value)]).single { try $0.flag(0) } == value)
            }
            for value in [[], [0], [0, 255, 92, 39]] as [[UInt8]] {
                #expect(try session.run("SELECT $1", [.bytes(value)]).single { try $0.bytes(0) } == value)
            }
            let halves = try session.run("SELECT $1", [.bytes16(high: 1, low: .max)]).single { try $0.bytes16(0) }
            #expect(halves == (1, .max))
            let json = try session.run("SELECT $1", [.json(#"{"a": "湘"}"#)]).single { try $0.text(0) }
            #expect(json == #"{"a": "湘"}"#)
        }
    }

    @Test("instants and days mean to the server what they mean to us")
    func times() async throws {
        try await connection.use { session in
            let instants: [(Int64, String)] = [
                (0, "1970-01-01 00:00:00+00"), (1_764_038_919_000_001, "2025-11-25 02:48:39.000001+00"),
                (-1, "1969-12-31 23:59:59.999999+00"), (946_684_800_000_000, "2000-01-01 00:00:00+00"),
            ]
            for (value, text) in instants {
                let rows = try session.run("SELECT $1, $1::text", [.instant(value)])
                #expect(try rows.single { try $0.instant(0) } == value)
                #expect(try rows.single { try $0.text(1) } == text)
            }
            for (value, text) in [(0, "1970-01-01"), (-1, "1969-12-31"), (20_417, "2025-11-25")] as [(Int32, String)] {
                let rows = try session.run("SELECT $1, $1::text", [.day(value)])
                #expect(try rows.single { try $0.day(0) } == value)
                #expect(try rows.single { try $0.text(1) } == text)
            }
        }
    }

    @Test("arrays keep their order, their NULLs and their emptiness")
    func arrays() async throws {
        let cases: [(Parameter, String)] = [
            (.texts(["a", "", "湘\"{},"]), #"{a,"","湘\"{},"}"#), (.texts([]), "{}"),
            (.optionalTexts([nil, "NULL"]), #"{NULL,"NULL"}"#),
            (.integers([.min, 0, .max]), "{\(Int64.min),0,\(Int64.max)}"),
            (.optionalIntegers([nil]), "{NULL}"), (.integers32([1, -1]), "{1,-1}"),
            (.optionalIntegers32([nil]), "{NULL}"),
            (.flags([true, false]), "{t,f}"), (.optionalFlags([nil, true]), "{NULL,t}"), (.doubles([0.5]), "{0.5}"),
            (.byteArrays([[0, 255], []]), #"{"\\x00ff","\\x"}"#),
            (.optionalByteArrays([nil, [1]]), #"{NULL,"\\x01"}"#),
            (.instants([0]), #"{"1970-01-01 00:00:00+00"}"#), (.optionalInstants([nil]), "{NULL}"),
            (.days([0]), "{1970-01-01}"), (.optionalDays([nil, 1]), "{NULL,1970-01-02}"),
        ]
        for (parameter, text) in cases {
            let found = try await connection.use { session in
                try session.run("SELECT $1::text", [parameter]).single { try $0.text(0) }
            }
            #expect(found == text)
        }
    }

    @Test("NULL fits every type")
    func null() async throws {
        for type in ["text", "bigint", "bytea", "timestamptz", "text[]"] {
            let isNull = try await connection.use { session in
                try session.run("SELECT $1::\(type)", [.null]).single { try $0.isNull(0) }
            }
            #expect(isNull)
        }
        #expect(Parameter.optional(text: nil) == .null)
        #expect(Parameter.optional(integer: 3) == .integer(3))
    }

    @Test("ten thousand rows go in as arrays by one statement")
    func unnest() async throws {
        let count = 10_000
        let affected = try await connection.use { session in
            try session.runScript("CREATE TABLE many (id bigint PRIMARY KEY, name text, seen timestamptz)")
            return try session.run(
                "INSERT INTO many SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING",
                [
                    .integers((0..<count).map { Int64($0) }),
                    .optionalTexts((0..<count).map { $0 % 3 == 0 ? nil : "n\($0)" }),
                    .instants((0..<count).map { Int64($0) * 1_000_000 }),
                ]
            ).affected
        }
        #expect(affected == count)
    }

    @Test("a statement run often is prepared once, also with other types and after the table changed")
    func preparing() async throws {
        try await connection.use { session in
            for value in 0..<5 as Range<Int64> {
                #expect(try session.run("SELECT $1", [.integer(value)]).single { try $0.integer(0) } == value)
                #expect(try session.run("SELECT $1", [.text("\(value)")]).single { try $0.text(0) } == "\(value)")
            }
            let prepared = try session.run("SELECT count(*) FROM pg_prepared_statements").single { try $0.integer(0) }
            #expect(prepared == 2)
            try session.runScript("CREATE TABLE changing (a bigint)")
            for _ in 0..<3 { try session.run("SELECT * FROM changing") }
            try session.runScript("ALTER TABLE changing ADD b text")
            #expect(throws: DatabaseError.self) { try session.run("SELECT * FROM changing") }
            for _ in 0..<3 { try session.run("SELECT * FROM changing") }
        }
    }
}
