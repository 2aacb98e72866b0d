import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("A record a register shows no more is missed, then vanished, and never lost", .ownDatabase)
struct PresenceTests {
    /// One export of a register: its day, the records it shows, and whether a row of it was rejected.
    struct Export: Equatable {
        var day: Int64
        var keys: Set<String>
        var isDirty = false
    }

    private let rejection = RowRejection(
        line: 99,
        byteOffset: 9900,
        byteLength: 3,
        reason: .time,
        column: "t",
        explanation: "no time"
    )

    private func deliver(
        _ export: Export,
        feed: String = "tests",
        _ session: borrowing Session
    ) throws {
        let drafts = Drafts(kind: .robot)
        let rows = export.keys.sorted().enumerated().map { line, key in
            drafts.draft(line: Int64(line) + 2, key: key, ["robot": .text(key)])
        }
        var deliveries = Deliveries(kind: .robot, isSnapshot: true)
        deliveries.feed = feed
        try deliveries.deliver(
            rows,
            rejections: export.isDirty ? [rejection] : [],
            // The same records in the same state are the same bytes.
            bytes: (export.isDirty ? "dirty " : "") + export.keys.sorted().joined(),
            exportedAt: export.day * 86_400,
            session
        )
    }

    /// What the view says, in one line for each time a record went: key, state, days of the evidence.
    private func told(feed: String = "tests", _ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT key || ' ' || state || ' ' || extract(day FROM missed_at - shown_since)
                || coalesce('+' || extract(day FROM confirmed_at - missed_at), '')
                || coalesce('>' || extract(day FROM returned_at - missed_at), '')
            FROM docket.vanished_record WHERE region = 430800 AND feed = $1 ORDER BY key, missed_at
            """,
            [.text(feed)]
        ).map { row in try row.text(0) }
    }

    private func told(of exports: [Export]) async throws -> [String] {
        try await OwnDatabase.connection.use { session in
            for export in exports { try deliver(export, session) }
            return try told(session)
        }
    }

    @Test("missed at the first clean export without it, vanished at the second")
    func vanishes() async throws {
        #expect(try await told(of: [Export(day: 1, keys: ["a", "b"]), Export(day: 2, keys: ["a"])]) == ["b missed 1"])
        #expect(try await told(of: [Export(day: 3, keys: ["a"])]) == ["b vanished 1+1"])
        #expect(try await told(of: [Export(day: 5, keys: ["a", "b"])]) == ["b returned 1+1>3"])
        #expect(try await told(of: [Export(day: 6, keys: ["a"])]) == ["b returned 1+1>3", "b missed 1"])
        let versions = try await OwnDatabase.connection.use { session in
            try session.run("SELECT count(*) FROM docket.robot WHERE key = 'b'").single { row in try row.integer(0) }
        }
        #expect(versions == 1)
    }

    @Test("an export with a rejected row says nothing of what it lacks, but shows what it shows")
    func dirty() async throws {
        let exports = [
            Export(day: 1, keys: ["a", "b"]), Export(day: 2, keys: ["a"], isDirty: true),
            Export(day: 3, keys: ["a"], isDirty: true), Export(day: 4, keys: ["a", "c"]),
        ]
        #expect(try await told(of: exports) == ["b missed 3"])
        #expect(try await told(of: [Export(day: 5, keys: ["b"], isDirty: true)]) == ["b returned 3>1"])
    }

    @Test("an export older than one already seen takes nothing away")
    func late() async throws {
        let exports = [
            Export(day: 1, keys: ["a"]), Export(day: 4, keys: ["a", "b"]), Export(day: 2, keys: ["a", "c"]),
        ]
        #expect(try await told(of: exports) == ["c missed 2"])
        #expect(try await told(of: [Export(day: 3, keys: ["c"])]) == ["a returned 2>1", "c missed 2"])
    }

    @Test("what was held for vanished is so no longer where a late export shows it, for each moment that does")
    func lateProof() async throws {
        let exports = [Export(day: 1, keys: ["a", "b"]), Export(day: 3, keys: ["a"]), Export(day: 5, keys: ["a"])]
        #expect(try await told(of: exports) == ["b vanished 2+2"])
        // Beside the export without it: that one moment shows it after all.
        #expect(try await told(of: [Export(day: 3, keys: ["b", "c"])]) == ["b missed 4", "c missed 2"])
        #expect(try await told(of: [Export(day: 5, keys: ["b"])]) == ["c missed 2"])
        #expect(try await told(of: [Export(day: 4, keys: ["a"])]) == ["b returned 3>1", "c vanished 1+1"])
    }

    @Test("the same bytes under an older time show what they hold, and nothing of what came beside them")
    func sameBytes() async throws {
        let exports = [
            Export(day: 4, keys: ["a"]), Export(day: 4, keys: ["b"]), Export(day: 2, keys: ["a"]),
            Export(day: 1, keys: ["a", "b"]),
        ]
        #expect(try await told(of: exports) == ["b returned 1>2"])
    }

    @Test("a discarded rejection might still have been the record; files of one moment are one export")
    func discarded() async throws {
        let exports = [Export(day: 1, keys: ["a", "b"]), Export(day: 2, keys: ["a"], isDirty: true)]
        _ = try await told(of: exports)
        let told = try await OwnDatabase.connection.use { session in
            try session.run(
                """
                UPDATE docket.rejection SET settled_at = '2025-01-01', settlement = 'discarded', settled_because = 'x'
                WHERE region = 430800
                """
            )
            try deliver(Export(day: 3, keys: ["a"]), session)
            try deliver(Export(day: 3, keys: ["a", "b"]), session)
            return try self.told(session)
        }
        #expect(told == [])
    }

    @Test("an export of a window lacks what happened outside it without a word")
    func window() async throws {
        let drafts = Drafts(kind: .breathTest)
        let deliveries = Deliveries(isSnapshot: true, windowDays: 3)
        // By the day it happened: one that leaves the window, one that is taken out of it.
        let all = ["old": Int64(1), "cut": 8, "kept": 9]
        let exports: [(day: Int64, keys: [String])] = [(2, ["old"]), (9, ["cut", "kept"]), (10, ["kept"]), (13, [])]
        let told = try await OwnDatabase.connection.use { session in
            for export in exports {
                let rows = export.keys.enumerated().map { line, key in
                    let at = (all[key] ?? 0) * 86_400_000_000
                    return drafts.draft(
                        line: Int64(line) + 2,
                        key: key,
                        ["device": .text(key), "tested_at": .integer(at)]
                    )
                }
                try deliveries.deliver(rows, bytes: "\(export)", exportedAt: export.day * 86_400, session)
            }
            return try self.told(session)
        }
        #expect(told == ["cut missed 1"])
    }

    @Test("whatever the order of the same exports, the same runs", arguments: 0..<UInt64(12))
    func anyOrder(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let names = ["a", "b", "c", "d"]
        let exports = (0..<9).map { _ in
            Export(
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
                for export in shuffled { try deliver(export, feed: feed, session) }
                return (try self.runs(feed: feed, session), try self.told(feed: feed, session))
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
    static func runs(of exports: [Export]) -> [String] {
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
