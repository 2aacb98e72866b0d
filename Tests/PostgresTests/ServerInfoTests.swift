import Postgres
import TestSupport
import Testing

@Suite("The server", .ownDatabase, .timeLimit(.minutes(10))) struct ServerInfoTests {
    @Test("version 13.0 and newer is accepted", arguments: [130_000, 150_018, 180_001] as [Int32])
    func newEnough(version: Int32) {
        #expect(throws: Never.self) { try ServerInfo.check(version: version, encoding: "UTF8") }
    }

    @Test("an older version is refused by name", arguments: [129_999, 120_022, 90_624, 0] as [Int32])
    func tooOld(version: Int32) {
        let error = #expect(throws: DatabaseError.self) { try ServerInfo.check(version: version, encoding: "UTF8") }
        #expect(error?.kind == .unsupportedVersion)
        #expect(error?.isTransient == false)
        #expect(error?.message.contains("13") == true)
    }

    @Test("a database in another encoding is refused with the remedy", arguments: ["SQL_ASCII", "LATIN1"])
    func otherEncoding(encoding: String) async throws {
        let server = try TestServer.shared.get()
        try await server.withDatabase(options: "ENCODING '\(encoding)' LOCALE 'C' TEMPLATE template0") { parameters in
            let connection = Connection(parameters, label: "encoding")
            let error = await #expect(throws: DatabaseError.self) { try await connection.use { _ in } }
            #expect(error?.kind == .unsupportedEncoding)
            #expect(error?.message.contains(encoding) == true)
            let again = await #expect(throws: DatabaseError.self) {
                try await connection.connect(retrying: Backoff(first: .seconds(600)))
            }
            #expect(again == error)
        }
    }

    @Test("a read-only database says so, in its description and in its errors")
    func readOnly() async throws {
        let connection = OwnDatabase.connection
        #expect(try await connection.use { try $0.serverInfo().isReadOnly } == false)
        try await connection.use { try $0.runScript("SET default_transaction_read_only = on") }
        let info = try await connection.use { try $0.serverInfo() }
        #expect(info.isReadOnly)
        #expect(!info.isInRecovery)
        #expect(info.encoding == "UTF8")
        #expect(info.version >= ServerInfo.oldestVersion)
        let error = await #expect(throws: DatabaseError.self) {
            try await connection.use { try $0.runScript("CREATE TABLE refused (n bigint)") }
        }
        #expect(error?.isReadOnly == true)
    }
}
