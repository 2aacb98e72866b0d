import Postgres
import TestSupport
import Testing

@Suite("Copying", .ownDatabase, .timeLimit(.minutes(10))) struct CopyTests {
    struct GivesUp: Error {}
    let connection = OwnDatabase.connection

    @Test("a hundred thousand rows of every type come back as they went, extremes included")
    func roundTrip() async throws {
        let count = 100_000
        try await connection.use { session in
            try session.runScript(
                """
                CREATE TABLE copied (
                    n bigint, small smallint, middle integer, flag boolean, body text, blob bytea, token bytea,
                    seen timestamptz, day date
                )
                """
            )
            var generator = SeededGenerator(seed: 1)
            let copied = try session.copy(into: "copied") { writer in
                for number in 0..<count { try CopiedRow(number, &generator).write(to: &writer) }
            }
            #expect(copied == count)
            generator = SeededGenerator(seed: 1)
            var number = 0
            try session.stream("SELECT * FROM copied ORDER BY n") { row in
                let expected = CopiedRow(number, &generator)
                let found = try CopiedRow(reading: row)
                if found != expected { Issue.record("\(found) is not \(expected)") }
                number += 1
            }
            #expect(number == count)
        }
    }

    @Test("values larger than the buffer pass")
    func large() async throws {
        let large = [UInt8](repeating: 0x61, count: 3_000_000)
        try await connection.use { session in
            try session.runScript("CREATE TABLE copied (n bigint, body text, blob bytea)")
            try session.copy(into: "copied") { writer in
                for number in 0..<3 as Range<Int64> {
                    try writer.startRow(columns: 3)
                    try writer.integer(number)
                    try writer.text(large.span)
                    try writer.bytes(large.span)
                }
            }
            let sizes = "SELECT count(*), min(length(body)), max(length(blob)) FROM copied"
            let found = try session.run(sizes).single { row in
                [try row.integer(0), try row.integer(1), try row.integer(2)]
            }
            #expect(found == [3, 3_000_000, 3_000_000])
        }
    }

    @Test("a copy abandoned half way leaves nothing behind, and its own error is thrown", arguments: [1, 100_000])
    func abandoned(rows: Int64) async throws {
        try await connection.use { session in
            try session.runScript("CREATE TABLE copied (n bigint)")
            let before = session.processIdentifier
            #expect(throws: GivesUp.self) {
                try session.copy(into: "copied") { writer in
                    for number in 0..<rows {
                        try writer.startRow(columns: 1)
                        try writer.integer(number)
                    }
                    throw GivesUp()
                }
            }
            #expect(try session.run("SELECT count(*) FROM copied").single { try $0.integer(0) } == 0)
            #expect(session.processIdentifier == before)
        }
    }

    @Test("a NUL in a text is refused by us, not by the server")
    func nul() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            try await copyOne { try $0.text("a\0b") }
        }
        #expect(error?.kind == .invalidValue)
    }

    @Test("an instant or day outside PostgreSQL's range is refused")
    func ranges() async throws {
        for value in [Int64.min, .max] {
            let error = await #expect(throws: DatabaseError.self) { try await copyOne { try $0.instant(value) } }
            #expect(error?.kind == .invalidValue)
        }
        for value in [Int32.min, .max] {
            let error = await #expect(throws: DatabaseError.self) { try await copyOne { try $0.day(value) } }
            #expect(error?.kind == .invalidValue)
        }
    }

    @Test("a row with too few or too many values is refused")
    func columns() async throws {
        let few = await #expect(throws: DatabaseError.self) { try await copyOne { _ in } }
        #expect(few?.kind == .misuse)
        let many = await #expect(throws: DatabaseError.self) {
            try await copyOne { writer in
                try writer.null()
                try writer.null()
            }
        }
        #expect(many?.kind == .misuse)
    }

    @Test("what the server refuses carries its SQLSTATE: a wrong type, bad UTF-8, a broken constraint")
    func refused() async throws {
        let wrongType = await #expect(throws: DatabaseError.self) {
            try await copyOne(type: "bigint") { try $0.integer32(1) }
        }
        #expect(wrongType?.sqlState == .protocolViolation)
        #expect(wrongType?.isTransient == false)
        let badText = await #expect(throws: DatabaseError.self) { try await copyOne { try $0.text([0xFF].span) } }
        #expect(badText?.sqlState == SQLState(rawValue: "22021"))
        let constraint = await #expect(throws: DatabaseError.self) {
            try await copyOne(type: "text NOT NULL") { try $0.null() }
        }
        #expect(constraint?.sqlState == SQLState(rawValue: "23502"))
        let missing = await #expect(throws: DatabaseError.self) {
            try await connection.use { _ = try $0.copy(into: "nowhere") { _ in } }
        }
        #expect(missing?.sqlState == .undefinedTable)
        #expect(try await connection.use { try $0.run("SELECT 1").count } == 1)
    }

    @Test("a session that ends while copying tells so")
    func lost() async throws {
        let killer = OwnDatabase.connection
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { session in
                try session.runScript("CREATE TABLE copied (n bigint)")
                let mine = session.processIdentifier
                let killing = Task {
                    try await killer.use { _ = try $0.run("SELECT pg_terminate_backend($1)", [.integer32(mine)]) }
                }
                defer { killing.cancel() }
                _ = try session.copy(into: "copied") { writer in
                    while true {
                        try writer.startRow(columns: 1)
                        try writer.integer(1)
                    }
                }
            }
        }
        #expect(error?.kind == .connectionLost)
        #expect(try await connection.use { try $0.run("SELECT 1").count } == 1)
    }

    private func copyOne(
        type: String = "text",
        _ write: @Sendable (inout CopyWriter) throws -> Void
    ) async throws {
        try await connection.use { session in
            try session.rolledBack { session in
                try session.runScript("CREATE TABLE one (value \(type))")
                _ = try session.copy(into: "one") { writer in
                    try writer.startRow(columns: 1)
                    try write(&writer)
                }
            }
        }
    }
}
