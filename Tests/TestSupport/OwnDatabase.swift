package import Postgres
package import Testing

/// Gives every test of a suite a database of its own, copied from one that was migrated once.
package struct OwnDatabase: SuiteTrait, TestTrait, TestScoping {
    @TaskLocal private static var current = "dbname=no-test-is-running"

    /// The connection string of the running test's database.
    package static var parameters: String { current }

    /// A new connection to the running test's database, not yet open.
    package static var connection: Connection { Connection(current, label: "test") }

    /// A listener on the running test's database.
    package static var listener: Listener { Listener(current, backoff: Backoff(first: .milliseconds(20))) }

    /// Every test of the suite, also of suites within it.
    package var isRecursive: Bool { true }

    /// Runs one test with its database.
    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing body: @concurrent @Sendable () async throws -> Void
    ) async throws {
        // The trait is asked for the suite as a whole as well, which needs no database.
        guard testCase != nil else { return try await body() }
        let server = try TestServer.shared.get()
        try await server.withDatabase { parameters in
            try await Self.$current.withValue(parameters, operation: body)
        }
    }
}

extension Trait where Self == OwnDatabase {
    /// Gives every test of a suite a database of its own.
    package static var ownDatabase: Self { OwnDatabase() }
}
