import Model
import Postgres
import Store
import TestSupport
import Testing

@Suite("A record a register shows no more is missed, then vanished, and never lost", .ownDatabase)
struct PresenceTests {
    private typealias Export = RegisterExport

    private func told(of exports: [Export]) async throws -> [String] {
        try await OwnDatabase.connection.use { session in
            for export in exports { try export.deliver(session) }
            return try Export.told(session)
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
            try Export(day: 3, keys: ["a"]).deliver(session)
            try Export(day: 3, keys: ["a", "b"]).deliver(session)
            return try Export.told(session)
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
            return try Export.told(session)
        }
        #expect(told == ["cut missed 1"])
    }
}
