import Hashing
import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Which version of a record counts goes by the times of exports, not by their arrival", .ownDatabase)
struct MergeOrderTests {
    private let deliveries = Deliveries()

    @Test("an older export that arrives late does not undo a newer one")
    func ordersByExport() async throws {
        let rows = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 30)], bytes: "new", exportedAt: 300, session)
            try deliveries.deliver([BreathTests.draft("a", alcohol: 10)], bytes: "old", exportedAt: 100, session)
            return try BreathTests.history(session)
        }
        #expect(rows == ["1:30*", "2:10"])
    }

    @Test("a confirmation moves a version forward, so that what lies between arrives too late to count")
    func confirms() async throws {
        let rows = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 10)], bytes: "1", exportedAt: 100, session)
            try deliveries.deliver([BreathTests.draft("a", line: 9, alcohol: 10)], bytes: "3", exportedAt: 300, session)
            try deliveries.deliver([BreathTests.draft("a", alcohol: 20)], bytes: "2", exportedAt: 200, session)
            return try BreathTests.history(session)
        }
        #expect(rows == ["1:10*", "2:20"])
    }

    @Test("what a row before the last of its key says again does not outlast what the last one says")
    func repeatedBeforeTheLast() async throws {
        let rows = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 0)], bytes: "1", exportedAt: 100, session)
            let second = [BreathTests.draft("a", alcohol: 90), BreathTests.draft("a", line: 3, alcohol: 0)]
            try deliveries.deliver(second, bytes: "2", exportedAt: 200, session)
            let third = [
                BreathTests.draft("a", alcohol: 90), BreathTests.draft("a", line: 3, alcohol: 45),
                BreathTests.draft("a", line: 4, alcohol: 0),
            ]
            try deliveries.deliver(third, bytes: "3", exportedAt: 300, session)
            return try BreathTests.history(session)
        }
        #expect(rows == ["1:0*", "2:90", "3:45"])
    }

    @Test("of exports of one moment a word heard of before stays what it was, in whatever bytes it is said again")
    func ties() async throws {
        let rows = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 90)], bytes: "m", exportedAt: 100, session)
            try deliveries.deliver([BreathTests.draft("a", alcohol: 10)], bytes: "n", exportedAt: 100, session)
            try deliveries.deliver(
                [BreathTests.draft("a", line: 3, alcohol: 90)],
                bytes: "m again",
                exportedAt: 100,
                session
            )
            return try BreathTests.history(session)
        }
        #expect(rows == ["1:90", "2:10*"])
    }

    @Test("a word of old counts again where an export of the latest moment says it")
    func tiedReturn() async throws {
        let rows = try await OwnDatabase.connection.use { session in
            try deliveries.deliver([BreathTests.draft("a", alcohol: 10)], bytes: "old", exportedAt: 100, session)
            try deliveries.deliver([BreathTests.draft("a", alcohol: 20)], bytes: "m", exportedAt: 200, session)
            try deliveries.deliver([BreathTests.draft("a", line: 3, alcohol: 10)], bytes: "n", exportedAt: 200, session)
            return try BreathTests.history(session)
        }
        #expect(rows == ["1:10", "2:20", "3:10*"])
    }

    /// An export as far as this property goes: when it was made, and the last word for each key at the end of each.
    private struct Told {
        let number: Int
        let time: Int64
        let rows: [(key: String, alcohol: Int64)]
    }

    @Test(
        "whatever the order, the version exported last counts; of versions of one moment, that which was heard of last",
        arguments: 0..<40
    )
    func orderDoesNotMatter(seed: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let exports = (1...6).map { number in
            Told(
                number: number,
                time: Int64.random(in: 1...4, using: &generator) * 100,
                rows: (0..<4).map { ("k\($0 % 3)", Int64.random(in: 1...3, using: &generator)) }
            )
        }
        let shuffled = exports.shuffled(using: &generator)
        let (ordered, mixed) = try await OwnDatabase.connection.use { session in
            (try standing(after: exports, session), try standing(after: shuffled, session))
        }
        #expect(ordered.told == mixed.told)
        #expect(ordered.latest == Self.latest(of: exports))
        #expect(mixed.latest == Self.latest(of: shuffled))
    }

    /// What counts by the words of the rule.
    private static func latest(of exports: [Told]) -> [String] {
        var words: [String: [(time: Int64, alcohol: Int64)]] = [:]
        for export in exports {
            for (key, rows) in Dictionary(grouping: export.rows, by: \.key) {
                guard let final = rows.last?.alcohol else { continue }
                let isHeard = words[key]?.contains { $0 == (export.time, final) } ?? false
                if !isHeard { words[key, default: []].append((export.time, final)) }
            }
        }
        return words.sorted { $0.key < $1.key }.compactMap { key, heard in
            guard let time = heard.map(\.time).max() else { return nil }
            return heard.last { $0.time == time }.map { "\(key):\($0.alcohol)" }
        }
    }

    /// What counts after the deliveries, and what was ever said until when; they are undone again.
    private func standing(after exports: [Told], _ session: borrowing Session) throws -> (
        latest: [String], told: [String]
    ) {
        try session.rolledBack { session in
            let store = DeliveryStore(tokens: .init(pepper: [1]))
            for export in exports {
                let outcome = try store.take(
                    deliveries.header(bytes: "\(export.number)", exportedAt: export.time),
                    session
                ) { sink, writer in
                    for (line, row) in export.rows.enumerated() {
                        try sink.record(
                            BreathTests.draft(row.key, line: Int64(line) + 2, alcohol: row.alcohol),
                            to: &writer
                        )
                    }
                }
                #expect(BreathTests.counts(outcome)?.read == 4)
                try session.run("DROP TABLE staging")
            }
            let latest = "SELECT key || ':' || alcohol FROM docket.breath_test WHERE latest ORDER BY key"
            let told = """
                SELECT concat_ws(' ', key, alcohol, round(extract(epoch FROM max(seen_at)))) FROM docket.breath_test
                GROUP BY key, alcohol ORDER BY key, alcohol
                """
            return (
                try session.run(latest).map { row in try row.text(0) },
                try session.run(told).map { row in try row.text(0) }
            )
        }
    }
}
