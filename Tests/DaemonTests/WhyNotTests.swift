import Daemon
import Model
import Settings
import Store
import TestSupport
import Testing

@Suite("Why a check raises nothing", .ownDatabase)
struct WhyNotTests {
    private let now = SmallWorld.asOf
    private let drunk = [
        "device": "JC01", "record_no": "17", "tested_at": "2025-03-03 20:10:00", "alcohol": "132.5", "plate": "湘G12345",
    ]

    private func town(_ cases: [[String: String]] = []) async throws -> House {
        let house = try await House.plain { $0.keepChecks("drunk-no-case") }
        for kind in Kind.allCases {
            let records = kind == .breathTest ? [drunk] : kind == .caseFile ? cases : []
            try await house.deliver(kind, records, exportedAt: now, now: now)
        }
        try await house.review(now: now)
        return house
    }

    private func answer(_ house: House, _ subject: String, at time: Instant? = nil) async throws -> WhyNot {
        let check = try #require(house.configuration.checks.first)
        return try await house.passes.whyNot(check, subject, now: time ?? now)
    }

    @Test("because it is a lead, under its number")
    func lead() async throws {
        let answer = try await answer(try await town(), "JC01|17")
        #expect(answer.finding?.state == .violated)
        #expect(answer.alert?.number.number == 1)
    }

    @Test("because a case answers, which is named with what it has in common")
    func answered() async throws {
        let record = [
            "case_no": "A1", "category": "criminal", "occurred_at": "2025-03-03 20:10:00", "plate": "湘G12345",
            "accepted_at": "2025-03-03 22:00:00",
        ]
        let answer = try await answer(try await town([record]), "JC01|17")
        #expect(answer.finding?.state == .holds)
        let link = answer.evidence?.records.first { $0.kind == "case_file" }
        #expect(link?.key == "A1")
        #expect(link?.strength == "medium")
        #expect(answer.alert == nil)
    }

    @Test("because its time is not up, because there is no such subject, or because a person left it alone")
    func others() async throws {
        let house = try await town()
        let early = try #require(Instant(rfc3339: "2025-03-04T08:00:00+08:00"))
        #expect(try await answer(house, "JC01|17", at: early).finding?.state == .notDue)
        let unknown = try await answer(house, "JC09|1")
        #expect(!unknown.isKnown)
        #expect(unknown.finding == nil)
        var check = try #require(house.configuration.checks.first)
        let until = try #require(Day(iso: "2030-01-01"))
        check.exceptions = [CheckException(subject: "JC01|*", until: until, reason: "试点", by: "080001")]
        let excepted = try await house.passes.whyNot(check, "JC01|17", now: now)
        #expect(excepted.exception?.reason == "试点")
        #expect(excepted.finding == nil)
    }
}
