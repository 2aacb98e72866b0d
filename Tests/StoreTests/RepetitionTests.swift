import Model
import Postgres
import Store
import TestSupport
import Testing

/// Hours of the exports are counted from an arbitrary moment.
@Suite("An increment with the bytes of an earlier export lacks its own rows", .ownDatabase)
struct RepetitionTests {
    private let drafts = Drafts(kind: .breathTest)

    /// Delivers a file with one row, or none, which its bytes stand for.
    private func deliver(
        _ bytes: String,
        hour: Int64,
        name: String? = nil,
        rows: Int = 1,
        rhythmHours: Int64? = nil,
        by rule: RepetitionRule = .doubt,
        feed: String = "tests",
        _ session: borrowing Session
    ) throws {
        var deliveries = Deliveries(rhythmHours: rhythmHours)
        deliveries.feed = feed
        // The name tells when it was exported, as everywhere.
        deliveries.fileName = name ?? "tests_\(hour).csv"
        deliveries.repetition = rule
        let drafted = (0..<rows).map { line in
            drafts.draft(line: Int64(line) + 2, key: "\(bytes) \(line)", ["device": .text("D")])
        }
        try deliveries.deliver(drafted, bytes: bytes, exportedAt: hour * 3600, session)
    }

    private func completeUntil(_ session: borrowing Session) throws -> Int64? {
        try session.run("SELECT complete_until FROM docket.feed WHERE name = 'tests'").single { row in
            try row.optionalInstant(0).map { $0 / 3_600_000_000 }
        }
    }

    private func files(passing: [String] = [], _ session: borrowing Session) throws -> [String] {
        try RejectionQuery.files(RejectionFilter(), passing: passing, region: 430800, session).map {
            "\($0.delivery) \($0.trouble)"
        }
    }

    @Test(
        "the feed is complete no further than before it, whatever comes behind, until its name comes with other bytes"
    )
    func held() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 1, session)
            try deliver("a", hour: 2, session)
            #expect(try completeUntil(session) == 1)
            try deliver("c", hour: 3, session)
            #expect(try completeUntil(session) == 1)
            #expect(try files(session) == ["2 repetition(of: 1)"])
            // Another station exported at that moment too.
            try deliver("x", hour: 2, name: "station-b_2.csv", session)
            #expect(try completeUntil(session) == 1)
            try deliver("b", hour: 2, session)
            #expect(try completeUntil(session) == 3)
            #expect(try files(session).isEmpty)
        }
    }

    @Test("whichever came first, the earlier export is the original")
    func order() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 3, session)
            #expect(try completeUntil(session) == 3)
            try deliver("a", hour: 2, session)
            #expect(try completeUntil(session) == 2)
            #expect(try files(session) == ["1 repetition(of: 2)"])
        }
    }

    @Test("where such are passed over, the rhythm tells whether one came in place of an export or beside it")
    func rhythm() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 0, rhythmHours: 24, by: .pass, session)
            try deliver("b", hour: 24, rhythmHours: 24, by: .pass, session)
            try deliver("a", hour: 30, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 24)
            try deliver("c", hour: 48, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 48)
            try deliver("c", hour: 72, rhythmHours: 24, by: .pass, session)
            try deliver("d", hour: 96, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 48)
            try deliver("e", hour: 72, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 96)
        }
    }

    @Test("it proves nothing either where the original comes later than it and everything behind")
    func lateOriginal() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("z", hour: 0, rhythmHours: 24, by: .pass, session)
            try deliver("a", hour: 20, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 20)
            try deliver("a", hour: 10, rhythmHours: 24, by: .pass, session)
            #expect(try completeUntil(session) == 10)
        }
    }

    @Test("two exports without rows are alike and both tell that nothing was new")
    func empty() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("head", hour: 1, rows: 0, session)
            try deliver("head", hour: 2, rows: 0, session)
            #expect(try completeUntil(session) == 2)
            #expect(try files(session).isEmpty)
        }
    }

    @Test("a person's word that nothing is missing releases the feed for good")
    func discarded() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 2, session)
            try deliver("a", hour: 3, session)
            let discarded = try Settlement.discard(
                RejectionFilter(delivery: 2),
                because: "a quiet night",
                by: "li",
                at: Instant(microseconds: 1_700_000_000_000_000),
                allowed: { _ in 0 },
                passing: [],
                region: 430800,
                session
            )
            #expect(discarded.map { "\($0.delivery) \($0.rows) \($0.isReleased)" } == ["2 0 true"])
            try deliver("b", hour: 4, session)
            #expect(try completeUntil(session) == 4)
            // Another original does not bring it back.
            try deliver("a", hour: 1, session)
            #expect(try files(session) == ["1 repetition(of: 4)"])
        }
    }

    @Test("what is passed over is no work for a person, and nobody's word makes it proof by the way")
    func passedOver() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 1, rhythmHours: 1, by: .pass, session)
            try deliver("a", hour: 2, rhythmHours: 1, by: .pass, session)
            #expect(try files(passing: ["tests"], session).isEmpty)
            let discarded = try Settlement.discard(
                RejectionFilter(feed: "tests"),
                because: "old rejects",
                by: "li",
                at: Instant(microseconds: 1_700_000_000_000_000),
                allowed: { _ in 0 },
                passing: ["tests"],
                region: 430800,
                session
            )
            #expect(discarded.isEmpty)
            try deliver("b", hour: 3, rhythmHours: 1, by: .pass, session)
            #expect(try completeUntil(session) == 1)
        }
    }

    @Test("it is told as a symptom of the feed")
    func symptom() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver("a", hour: 1, session)
            try deliver("a", hour: 2, session)
            let contract = FeedContract(
                rhythmSeconds: nil,
                volume: nil,
                isSnapshot: false,
                knownColumns: nil,
                allowedRejections: 0,
                repetition: .doubt
            )
            let now = Instant(microseconds: 1_700_000_000_000_000)
            let symptoms = try FeedHealth.note("tests", contract, at: now, region: 430800, session)
            #expect(symptoms == [.repeated(FeedObservation.Repetition(delivery: 2, original: 1))])
        }
    }

    @Test("whatever order the files come in, as far is complete and the same are doubted", arguments: 0..<UInt64(8))
    func anyOrder(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let exports = (0..<7).map { _ in
            (
                bytes: ["a", "b", "c", "d"].randomElement(using: &chance) ?? "a",
                hour: Int64.random(in: 1...5, using: &chance)
            )
        }
        var first: [String]?
        for round in 0..<4 {
            let (feed, shuffled) = ("feed-\(round)", exports.shuffled(using: &chance))
            let told = try await OwnDatabase.connection.use { session in
                for export in shuffled { try deliver(export.bytes, hour: export.hour, feed: feed, session) }
                return try state(of: feed, session)
            }
            #expect(told == first ?? told)
            first = told
        }
    }

    /// How far a feed is complete, and the doubted files by their bytes and hour.
    private func state(of feed: String, _ session: borrowing Session) throws -> [String] {
        let until = try session.run("SELECT complete_until FROM docket.feed WHERE name = $1", [.text(feed)])
            .single { row in try row.optionalInstant(0).map { "\($0 / 3_600_000_000)" } ?? "never" }
        let doubted = try RejectionQuery.files(RejectionFilter(feed: feed), passing: [], region: 430800, session).map {
            file in
            let at = try session.run(
                "SELECT exported_at FROM docket.delivery WHERE region = 430800 AND number = $1",
                [.integer(file.delivery)]
            ).single { row in try row.instant(0) }
            return "\(file.fileName) \(at / 3_600_000_000)"
        }
        return [until] + doubted.sorted()
    }
}
