import Model
import Postgres
import Store
import TestSupport
import Testing

/// Hours of the exports are counted from an arbitrary moment.
@Suite("A feed is complete only as far as every row before was read", .ownDatabase)
struct CompletenessTests {
    private enum Row { case clean, rejected }

    /// Delivers one file for each pair, in order, and says until which hour the feed is complete after them.
    private func completeUntil(_ files: [(hour: Int64, row: Row)], isSnapshot: Bool = false) async throws -> Int64? {
        let deliveries = Deliveries(isSnapshot: isSnapshot)
        return try await OwnDatabase.connection.use { session in
            for file in files {
                try deliveries.deliver(
                    [],
                    rejections: file.row == .clean ? [] : [rejection],
                    bytes: "\(file)",
                    exportedAt: file.hour * 3600,
                    session
                )
            }
            let until = try session.run("SELECT complete_until FROM docket.feed WHERE name = 'tests'", [])
                .single { row in try row.optionalInstant(0) }
            return until.map { $0 / 3_600_000_000 }
        }
    }

    private let rejection = RowRejection(
        line: 2,
        byteOffset: 10,
        byteLength: 3,
        reason: .time,
        column: "t",
        explanation: "no time"
    )

    @Test("clean deliveries move it on, in whatever order they come")
    func clean() async throws {
        #expect(try await completeUntil([(1, .clean), (3, .clean), (2, .clean)]) == 3)
    }

    @Test("a first increment with a rejected row proves nothing, and neither does any after it")
    func dirtyFirst() async throws {
        #expect(try await completeUntil([(1, .rejected)]) == nil)
        #expect(try await completeUntil([(2, .clean)]) == nil)
    }

    @Test("an increment with a rejected row holds the feed back at the clean one before it")
    func dirtyBetween() async throws {
        #expect(try await completeUntil([(1, .clean), (2, .rejected), (3, .clean), (4, .rejected)]) == 1)
    }

    @Test("it does so also when it comes late")
    func dirtyLate() async throws {
        #expect(try await completeUntil([(1, .clean), (3, .clean), (2, .rejected), (4, .clean)]) == 1)
    }

    @Test("a register delivered whole is healed by its next clean delivery")
    func snapshot() async throws {
        #expect(try await completeUntil([(1, .clean), (2, .rejected)], isSnapshot: true) == 1)
        #expect(try await completeUntil([(3, .clean)], isSnapshot: true) == 3)
    }
}
