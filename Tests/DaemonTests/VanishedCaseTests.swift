import Daemon
import Model
import Settings
import TestSupport
import Testing

@Suite("A case that is in its register no more", .ownDatabase)
struct VanishedCaseTests {
    private let now = SmallWorld.asOf
    private let drunk = [
        "device": "JC01", "record_no": "17", "tested_at": "2025-03-03 20:10:00", "alcohol": "132.5", "plate": "湘G12345",
    ]
    private let record = [
        "case_no": "A1", "category": "criminal", "occurred_at": "2025-03-03 20:10:00", "plate": "湘G12345",
        "accepted_at": "2025-03-03 22:00:00",
    ]
    private let other = ["case_no": "B1", "category": "criminal", "accepted_at": "2025-03-03 22:00:00"]

    private func open(_ house: House) async throws -> [String] {
        try await house.texts("SELECT check_id || ' ' || subject FROM docket.alert WHERE open ORDER BY 1")
    }

    @Test("answers no more once two exports lack it, and answers again when it comes back")
    func vanishes() async throws {
        let house = try await House.plain { configuration in
            configuration.keepChecks("drunk-no-case", "case-vanished")
            for index in configuration.feeds.indices where configuration.feeds[index].kind == .caseFile {
                configuration.feeds[index].contents = .snapshot
            }
        }
        let start = now.adding(seconds: -10 * 86_400)
        for kind in Kind.allCases where kind != .caseFile {
            try await house.deliver(kind, kind == .breathTest ? [drunk] : [], exportedAt: now, now: now)
        }
        func deliver(_ cases: [[String: String]], day: Int64) async throws {
            let at = start.adding(seconds: day * 86_400)
            try await house.deliver(.caseFile, cases, exportedAt: at, now: now)
            try await house.review(now: now)
        }
        try await deliver([record, other], day: 1)
        #expect(try await open(house) == [])
        try await deliver([other], day: 2)
        #expect(try await open(house) == [], "one export may be incomplete")
        try await deliver([other], day: 3)
        #expect(try await open(house) == ["case-vanished A1", "drunk-no-case JC01|17"])
        try await deliver([record, other], day: 4)
        #expect(try await open(house) == [])
    }
}
