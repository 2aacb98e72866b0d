import Daemon
import Model
import TestSupport
import Testing

@Suite("What one delivery proved, a late one may take back", .ownDatabase)
struct WithdrawnProofTests {
    @Test("a dirty older export makes findings undetermined again, and their alerts stay open with a remark")
    func dirty() async throws {
        let house = try await House.plain { $0.keepChecks("drunk-no-case", "reading-no-video") }
        let now = SmallWorld.asOf
        let test = ["device": "JC01", "record_no": "1", "tested_at": "2025-03-03 20:00:00", "alcohol": "132.5"]
        try await house.deliver(.breathTest, [test], exportedAt: now, now: now)
        for kind in [Kind.caseFile, .recording, .internalTest, .breathTester] {
            try await house.deliver(kind, [], exportedAt: now, now: now)
        }
        try await house.review(now: now)
        #expect(try await states(house) == ["drunk-no-case violated", "reading-no-video violated"])

        let before = now.adding(seconds: -40 * 86_400)
        try await house.deliver(.caseFile, [["case_no": "A1", "category": "rumour"]], exportedAt: before, now: now)
        let outcome = try await house.review(now: now)
        #expect(try await states(house) == ["drunk-no-case undetermined", "reading-no-video violated"])
        #expect(outcome.updated == 1 && outcome.closed == 0)
        #expect(
            try await house.texts("SELECT concat_ws(' ', check_id, open, remark) FROM docket.alert ORDER BY 1")
                == ["drunk-no-case t undetermined", "reading-no-video t"]
        )
        #expect(try await house.review(now: now).updated == 0)
    }

    private func states(_ house: House) async throws -> [String] {
        try await house.texts("SELECT concat_ws(' ', check_id, state) FROM docket.finding ORDER BY 1")
    }
}
