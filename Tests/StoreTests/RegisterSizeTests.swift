import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("A register that shrank, or is empty, proves nothing absent", .ownDatabase)
struct RegisterSizeTests {
    private let rule = ShrinkageRule(mostPercent: 20, mayBeEmpty: false)

    private func all(_ count: Int) -> Set<String> { Set((0..<count).map { "r\($0)" }) }

    private func deliver(
        _ exports: [RegisterExport],
        by rule: ShrinkageRule? = nil,
        feed: String = "tests",
        _ session: borrowing Session
    ) throws {
        for export in exports { try export.deliver(feed: feed, shrinkage: rule ?? self.rule, session) }
    }

    /// Until which day the feed is complete.
    private func completeUntil(feed: String = "tests", _ session: borrowing Session) throws -> Int64? {
        try session.run("SELECT complete_until FROM docket.feed WHERE region = 430800 AND name = $1", [.text(feed)])
            .single { row in try row.optionalInstant(0).map { $0 / 86_400_000_000 } }
    }

    private func health(_ session: borrowing Session) throws -> [FeedSymptom] {
        let contract = FeedContract(
            rhythmSeconds: nil,
            volume: nil,
            isSnapshot: true,
            knownColumns: nil,
            allowedRejections: 0
        )
        return try FeedHealth.note(
            "tests",
            contract,
            at: Instant(microseconds: 1_700_000_000_000_000),
            region: 430800,
            session
        )
    }

    @Test("what it lacks is not missed, and the feed is complete only as far as the last export that counts")
    func shrunken() async throws {
        try await OwnDatabase.connection.use { session in
            let few = RegisterExport(day: 2, keys: all(3))
            try deliver([RegisterExport(day: 1, keys: all(10)), few, RegisterExport(day: 3, keys: all(2))], session)
            #expect(try completeUntil(session) == 1)
            #expect(try RegisterExport.told(session).isEmpty)
            let told = try health(session).map(\.sentence)
            #expect(
                told == [
                    "1970-01-04 08:00 的全量 2 行，此前 10 行，不能证明记录缺失；属实则在 shrinkage.accepted 中写 1970-01-04 / "
                        + "rows in the register, 10 before: it proves nothing absent; if it is so, write 1970-01-04 into "
                        + "shrinkage.accepted"
                ]
            )
            try deliver([RegisterExport(day: 4, keys: all(8))], session)
            #expect(try completeUntil(session) == 4)
            #expect(try health(session).isEmpty)
            #expect(try RegisterExport.told(session) == ["r8 missed 3", "r9 missed 3"])
        }
    }

    @Test("a person's word that it is smaller since a day makes it count at the next look")
    func accepted() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver(
                [
                    RegisterExport(day: 1, keys: all(10)), RegisterExport(day: 2, keys: all(2)),
                    RegisterExport(day: 3, keys: all(2)),
                ],
                session
            )
            #expect(try completeUntil(session) == 1)
            var word = rule
            word.acceptedDays = [Day(number: 2)]
            try FeedStore.settle(
                "tests",
                CompletenessRule(isSnapshot: true, allowedRejections: 0, shrinkage: word),
                region: 430800,
                session
            )
            #expect(try completeUntil(session) == 3)
            #expect(try RegisterExport.told(session).count == 8)
            #expect(try health(session).isEmpty)
        }
    }

    @Test("one with rejected rows behind it does not make it count")
    func dirtyBehind() async throws {
        try await OwnDatabase.connection.use { session in
            let exports = [
                RegisterExport(day: 1, keys: all(10)), RegisterExport(day: 2, keys: all(3)),
                RegisterExport(day: 3, keys: all(10), isDirty: true),
            ]
            try deliver(exports, session)
            #expect(try completeUntil(session) == 1)
        }
    }

    @Test("complete stays as far as the source said that the last one that counts was still so")
    func confirmed() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver([RegisterExport(day: 1, keys: all(10))], session)
            let presence = Presence(region: 430800, feed: "tests")
            for day: Int64 in 2...4 {
                try presence.showAgain(at: Instant(microseconds: day * 86_400_000_000), session)
            }
            try deliver([RegisterExport(day: 5, keys: all(3))], session)
            #expect(try completeUntil(session) == 4)
        }
    }

    @Test("an empty one proves nothing, also as the first, unless it may be empty")
    func empty() async throws {
        try await OwnDatabase.connection.use { session in
            try deliver([RegisterExport(day: 1, keys: [])], session)
            #expect(try completeUntil(session) == nil)
            #expect(
                try health(session).map(\.sentence) == [
                    "1970-01-02 08:00 的全量没有一行，不能证明任何记录缺失；可以为空的写 shrinkage: { empty: allow } / the register has no "
                        + "row, which proves nothing absent; if it may be empty write shrinkage: { empty: allow }"
                ]
            )
            let rule = ShrinkageRule(mostPercent: nil, mayBeEmpty: true)
            try deliver([RegisterExport(day: 2, keys: [])], by: rule, session)
            #expect(try completeUntil(session) == 2)
        }
    }

    @Test("what counts follows from the exports, whatever order they come in", arguments: 0..<UInt64(8))
    func anyOrder(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let exports = (1...8).map { day in
            RegisterExport(
                day: day,
                keys: all(Int.random(in: 0...30, using: &chance)),
                isDirty: Int.random(in: 0..<4, using: &chance) == 0
            )
        }
        let judged = rule.judge(
            exports.map { export in
                RegisterSize(
                    at: Instant(microseconds: export.day * 86_400_000_000),
                    rows: Int64(export.keys.count),
                    isSound: !export.isDirty
                )
            },
            after: nil
        )
        for round in 0..<3 {
            let (feed, shuffled) = ("feed-\(round)", exports.shuffled(using: &chance))
            let (counts, until) = try await OwnDatabase.connection.use { session in
                try deliver(shuffled, feed: feed, session)
                let counts = try session.run(
                    "SELECT counts FROM docket.snapshot WHERE region = 430800 AND feed = $1 ORDER BY exported_at",
                    [.text(feed)]
                ).map { row in try row.flag(0) }
                return (counts, try completeUntil(feed: feed, session))
            }
            #expect(counts == judged)
            #expect(until == zip(exports, judged).filter(\.1).last?.0.day)
        }
    }
}
