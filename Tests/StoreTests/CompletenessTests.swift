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

    /// Until which hour the feed is complete now.
    private func hour(_ session: borrowing Session) throws -> Int64? {
        let until: Int64? = try session.run("SELECT complete_until FROM docket.feed").single { row in
            try row.optionalInstant(0)
        }
        return until.map { $0 / 3_600_000_000 }
    }

    @Test("an increment that overtakes another proves nothing past the gap, until the gap is filled")
    func rhythm() async throws {
        let deliveries = Deliveries(rhythmHours: 24)
        let days: [Int64] = [1, 2, 4, 5, 3]
        let until: [Int64?] = try await OwnDatabase.connection.use { session -> [Int64?] in
            var until: [Int64?] = []
            for day in days {
                try deliveries.deliver([], bytes: "\(day)", exportedAt: day * 86_400, session)
                until.append(try hour(session))
            }
            return until
        }
        #expect(until == [24, 48, 48, 48, 120])
    }

    @Test("bytes that could not be read hold the feed back until they are read after all")
    func unreadable() async throws {
        let deliveries = Deliveries()
        let until: [Int64?] = try await OwnDatabase.connection.use { session -> [Int64?] in
            try deliveries.deliver([], bytes: "1", exportedAt: 3600, session)
            try deliveries.refuse(bytes: "2", because: "no column", exportedAt: 7200, session)
            let held = try hour(session)
            var renamed = deliveries
            renamed.fileName = "renamed.csv"
            try renamed.deliver([], bytes: "2", exportedAt: 7200, session)
            return [held, try hour(session)]
        }
        #expect(until == [1, 2])
    }

    @Test("bytes that could not be read are refused once for one reason, read once they can be, and known from then on")
    func fates() async throws {
        let deliveries = Deliveries()
        let fates: [DeliveryOutcome] = try await OwnDatabase.connection.use { session -> [DeliveryOutcome] in
            var fates: [DeliveryOutcome] = []
            fates.append(try deliveries.refuse(bytes: "2", because: "no column", session))
            fates.append(try deliveries.refuse(bytes: "2", because: "no column", session))
            fates.append(try deliveries.deliver([], bytes: "2", session))
            fates.append(try deliveries.deliver([], bytes: "2", session))
            return fates
        }
        let none = DeliveryCounts(stored: 0, revised: 0, unchanged: 0, rejected: 0)
        let expected: [DeliveryOutcome] = [
            .unreadable(number: 1, because: "no column"), .known(number: 1), .taken(number: 2, none),
            .known(number: 2),
        ]
        #expect(fates == expected)
    }

    @Test("rows that somebody has seen to no longer hold the feed back, nor tear a gap into its rhythm")
    func released() async throws {
        let deliveries = Deliveries(rhythmHours: 24)
        let until: [Int64?] = try await OwnDatabase.connection.use { session -> [Int64?] in
            try deliveries.deliver([], bytes: "1", exportedAt: 86_400, session)
            try deliveries.deliver([], rejections: [rejection], bytes: "2", exportedAt: 2 * 86_400, session)
            try deliveries.deliver([], bytes: "3", exportedAt: 3 * 86_400, session)
            let held = try hour(session)
            try session.run("UPDATE docket.delivery SET holds_back = false WHERE region = 430800 AND number = 2")
            try deliveries.deliver([], bytes: "4", exportedAt: 4 * 86_400, session)
            return [held, try hour(session)]
        }
        #expect(until == [24, 96])
    }
}
