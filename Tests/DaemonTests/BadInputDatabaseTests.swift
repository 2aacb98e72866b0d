import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Databases the program cannot work with", .ownDatabase, .timeLimit(.minutes(20)))
struct BadInputDatabaseTests {
    private static let verbs = [
        ["run", "--until-drained", "--as-of", "2025-03-17T09:00:00+08:00"], ["intake"], ["review"], ["digest"],
    ]

    /// Runs a verb over a place with a file waiting; it must fail with a code and words.
    private func expect(
        _ code: Int32,
        _ words: [String],
        _ verb: [String],
        _ place: BadInputPlace,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "a.csv")
        let run = try await DocketProgram.run(verb + place.config, environment: ["PGCONNECT_TIMEOUT": "3"])
        #expect(run.code == code, "\(verb): \(run.errors)", sourceLocation: sourceLocation)
        for word in words { #expect(run.errors.contains(word), "\(run.errors)", sourceLocation: sourceLocation) }
        #expect(run.errors.hasPrefix("docket: "), "\(run.errors)", sourceLocation: sourceLocation)
    }

    private func run(_ sql: String) async throws {
        let connection = OwnDatabase.connection
        try await connection.use { try $0.runScript(sql) }
        await connection.close()
    }

    @Test("unreachable: 69, with what to check", arguments: verbs + [["migrate"], ["status"]])
    func unreachable(verb: [String]) async throws {
        let words = ["无法连接数据库，请检查 database、PG* 变量与服务器 / the database cannot be reached; check"]
        for address in ["host=/nowhere dbname=x", "host=127.0.0.1 port=1 dbname=x"] {
            try await expect(69, words, verb, BadInputPlace(database: address))
        }
    }

    @Test(
        "a connection string that cannot be read: 78, with the word",
        arguments: verbs + [["migrate"], ["config", "check"]]
    )
    func badString(verb: [String]) async throws {
        let words = ["数据库连接串无法解析 / the connection string cannot be read", "\"colour\""]
        try await expect(78, words, verb, BadInputPlace(database: "host=127.0.0.1 colour=red"))
    }

    @Test("a password in the connection string is never shown")
    func password() async throws {
        let place = try BadInputPlace(database: "host=127.0.0.1 port=1 user=u password=hunter2 dbname=x")
        let run = try await DocketProgram.run(["migrate"] + place.config)
        #expect(run.code == 69)
        #expect(!run.errors.contains("hunter2"))
    }

    @Test("another encoding than UTF-8: 78, with how to create it anew; nothing is created in it")
    func encoding() async throws {
        let server = try TestServer.shared.get()
        try await server.withDatabase(options: "ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'") {
            address in
            for verb in Self.verbs + [["migrate"]] {
                let words = ["数据库编码为 SQL_ASCII，需要 UTF8", "ENCODING 'UTF8' TEMPLATE template0"]
                try await expect(78, words, verb, BadInputPlace(database: address))
            }
            let schemas = "SELECT nspname::text FROM pg_namespace WHERE nspname = 'docket'"
            let listing = try await Self.plainly(address, schemas)
            #expect(listing.isEmpty)
        }
    }

    /// What psql says, for a database this program refuses.
    private static func plainly(_ address: String, _ sql: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["psql", address, "-Atc", sql]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("read only: 75, told to connect to the primary; nothing changes", arguments: verbs)
    func readOnly(verb: [String]) async throws {
        let before = try await BadInputPlace.census()
        let address = OwnDatabase.parameters + " options='-c default_transaction_read_only=on'"
        try await expect(75, ["数据库只读，请连接主库 / the database is read-only"], verb, BadInputPlace(database: address))
        let name = try await BadInputPlace.texts("SELECT current_database()::text")
        try await run("ALTER DATABASE \(name.first ?? "") SET default_transaction_read_only = on")
        try await expect(75, ["数据库只读，请连接主库 / the database is read-only"], verb, BadInputPlace())
        #expect(try await BadInputPlace.census() == before)
    }

    @Test("no schema: 78, told to migrate", arguments: verbs + [["status"]])
    func missingSchema(verb: [String]) async throws {
        try await run("DROP SCHEMA docket CASCADE")
        try await expect(78, ["请先运行 docket migrate / no docket schema; run docket migrate"], verb, BadInputPlace())
        #expect(
            try await BadInputPlace.texts("SELECT nspname::text FROM pg_namespace WHERE nspname = 'docket'").isEmpty
        )
    }

    @Test("a schema of before: 78, told to migrate", arguments: verbs)
    func olderSchema(verb: [String]) async throws {
        try await run("DELETE FROM docket.migration WHERE number = (SELECT max(number) FROM docket.migration)")
        let before = try await BadInputPlace.census()
        try await expect(78, ["请运行 docket migrate / the schema is at ", "run docket migrate"], verb, BadInputPlace())
        #expect(try await BadInputPlace.census() == before)
    }

    @Test("a schema of a newer program: 78, told to upgrade, migrate too", arguments: verbs + [["migrate"]])
    func newerSchema(verb: [String]) async throws {
        try await run(
            "INSERT INTO docket.migration (number, name, sha256, applied_at) VALUES (99, 'later', '\\x00', '2030-01-01Z')"
        )
        let before = try await BadInputPlace.census()
        try await expect(78, ["99", "新", "newer"], verb, BadInputPlace())
        #expect(try await BadInputPlace.census() == before)
    }

    @Test("a schema somebody changed: 78", arguments: verbs + [["migrate"]])
    func foreignSchema(verb: [String]) async throws {
        try await run("UPDATE docket.migration SET sha256 = '\\x00' WHERE number = 1")
        try await expect(78, ["第 1 号迁移与本程序不一致"], verb, BadInputPlace())
    }

    @Test("a role without rights: 77, told to apply the roles; nothing changes", arguments: verbs)
    func noRights(verb: [String]) async throws {
        let before = try await BadInputPlace.census()
        let role = "docket_test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await run("CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA docket TO \(role)")
        try await run("GRANT SELECT ON docket.migration TO \(role)")
        let result: Result<Void, any Error>
        do {
            let address = OwnDatabase.parameters + " options='-c role=\(role)'"
            let words = ["权限不足，请执行 Deploy/roles.sql / not permitted; apply Deploy/roles.sql"]
            result = .success(try await expect(77, words, verb, BadInputPlace(database: address)))
        } catch { result = .failure(error) }
        try await run("DROP OWNED BY \(role); DROP ROLE \(role)")
        try result.get()
        #expect(try await BadInputPlace.census() == before)
    }
}
