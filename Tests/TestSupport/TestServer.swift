import Daemon
import Foundation
import Model
import Postgres
import Store

/// The PostgreSQL server the tests run against.
package final class TestServer: Sendable {
    /// The server named by the environment.
    package static let shared: Result<TestServer, any Error> = Result { try TestServer() }

    /// How to reach the server, without the name of a database.
    package let address: String
    private let connection: Connection
    private let places = Places(count: 20)
    private let template: Task<String, any Error>

    private init() throws {
        guard let address = ProcessInfo.processInfo.environment["DOCKET_TEST_POSTGRES"] else { throw ServerMissing() }
        self.address = address
        let connection = Connection("\(address) dbname=postgres", label: "test server")
        self.connection = connection
        template = Task { try await Self.makeTemplate(connection, address) }
    }

    /// Lends the connection string of a migrated database that is gone afterwards.
    package func withDatabase(_ body: (String) async throws -> Void) async throws {
        await places.take()
        let result: Result<Void, any Error>
        do {
            let template = try await template.value
            let name = Self.newName()
            try await connection.use { session in
                // Copying files is quicker than logging every page, and became an option with version 15.
                let strategy = try session.serverInfo().version >= 150_000 ? "STRATEGY file_copy" : ""
                try session.run("CREATE DATABASE \(name) TEMPLATE \(template) \(strategy)")
            }
            do {
                result = .success(try await body("\(address) dbname=\(name)"))
            } catch { result = .failure(error) }
            try await drop(name)
        } catch {
            await places.giveBack()
            throw error
        }
        await places.giveBack()
        try result.get()
    }

    /// Creates an empty database with further options and drops it after `body`.
    package func withDatabase(options: String, _ body: (String) async throws -> Void) async throws {
        let name = Self.newName()
        try await connection.use { try $0.runScript("CREATE DATABASE \(name) \(options)") }
        do {
            try await body("\(address) dbname=\(name)")
        } catch {
            try await drop(name)
            throw error
        }
        try await drop(name)
    }

    private func drop(_ name: String) async throws {
        // A cancelled test still cleans up.
        try await Task { [connection] in
            try await connection.use { try $0.runScript("DROP DATABASE \(name) WITH (FORCE)") }
        }.value
    }

    private static func makeTemplate(_ connection: Connection, _ address: String) async throws -> String {
        let name = "docket_template_\(ProcessInfo.processInfo.processIdentifier)_\(newName().suffix(6))"
        try await connection.use { try $0.runScript("CREATE DATABASE \(name) ENCODING 'UTF8' TEMPLATE template0") }
        let database = Connection("\(address) dbname=\(name)", label: "template")
        let pass = ReviewPass(try ShippedRules.configuration.get())
        try await database.use { session in
            try Migrator().migrate(session, now: Instant(microseconds: 0))
            // The hundreds of examples of the checks that are shipped are tried once, not in every database.
            try session.transaction { try pass.accept($0) }
        }
        await database.close()
        return name
    }

    private static func newName() -> String {
        "docket_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    }
}

/// Said when the tests are run without a server.
struct ServerMissing: Error, CustomStringConvertible {
    var description: String {
        "DOCKET_TEST_POSTGRES names no PostgreSQL server; run the tests with Deploy/test, which starts one"
    }
}
