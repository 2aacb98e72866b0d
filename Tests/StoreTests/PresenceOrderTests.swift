import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("Which records a register showed when follows from its exports, not from their order", .ownDatabase)
struct PresenceOrderTests {
    @Test("whatever the order of the same exports, the same runs", arguments: 0..<UInt64(12))
    func anyOrder(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let names = ["a", "b", "c", "d"]
        let exports = (0..<9).map { _ in
            RegisterExport(
                day: Int64.random(in: 1...12, using: &chance),
                keys: Set(names.filter { _ in Bool.random(using: &chance) }),
                isDirty: Int.random(in: 0..<3, using: &chance) == 0
            )
        }
        var words: [String]?
        for round in 0..<5 {
            let shuffled = exports.shuffled(using: &chance)
            let feed = "feed-\(round)"
            let (runs, told) = try await OwnDatabase.connection.use { session in
                for export in shuffled { try export.deliver(feed: feed, session) }
                return (try self.runs(feed: feed, session), try RegisterExport.told(feed: feed, session))
            }
            #expect(runs == Self.runs(of: exports))
            #expect(told == words ?? told)
            words = told
        }
    }

    private func runs(feed: String, _ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT key, since, gone_at FROM docket.presence WHERE region = 430800 AND feed = $1 ORDER BY key, since
            """,
            [.text(feed)]
        ).map { row in
            let gone = try row.optionalInstant(2).map { "\($0 / 86_400_000_000)" } ?? ""
            return "\(try row.text(0)) \(try row.instant(1) / 86_400_000_000)-\(gone)"
        }
    }

    /// The runs as a reader of all exports in their order would note them.
    private static func runs(of exports: [RegisterExport]) -> [String] {
        let moments = Dictionary(grouping: exports, by: \.day).sorted { $0.key < $1.key }
            .map { (day: $0.key, keys: $0.value.reduce(into: Set<String>()) { $0.formUnion($1.keys) }) }
        var runs: [String] = []
        for key in Set(exports.flatMap(\.keys)).sorted() {
            var since: Int64?
            for moment in moments {
                switch (since, moment.keys.contains(key)) {
                case (nil, true): since = moment.day
                case (.some(let from), false):
                    runs.append("\(key) \(from)-\(moment.day)")
                    since = nil
                default: continue
                }
            }
            if let since { runs.append("\(key) \(since)-") }
        }
        return runs
    }
}
