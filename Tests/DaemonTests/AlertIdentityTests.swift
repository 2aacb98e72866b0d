import Daemon
import Model
import TestSupport
import Testing

@Suite("One trouble keeps one number", .ownDatabase)
struct AlertIdentityTests {
    private let now = SmallWorld.asOf
    private let drunk = ["device": "JC01", "record_no": "17", "tested_at": "2025-03-03 20:10:00", "alcohol": "132.5"]
    private let sober = ["device": "JC01", "record_no": "16", "tested_at": "2025-03-03 20:05:00", "alcohol": "0"]

    private func alerts(_ house: House) async throws -> [String] {
        try await house.texts(
            """
            SELECT concat_ws(' ', number, subject, CASE WHEN open THEN 'open' ELSE closed_because END)
            FROM docket.alert WHERE check_id = 'drunk-no-case' ORDER BY number
            """
        )
    }

    @Test("an alert follows its trouble to the stop that comes to hold it, and its history says so")
    func follows() async throws {
        let house = try await House.plain { $0.keepChecks("drunk-no-case", "reading-no-video") }
        for kind in Kind.allCases {
            let records = kind == .breathTest ? [drunk] : []
            try await house.deliver(kind, records, exportedAt: now.adding(seconds: -60), now: now)
        }
        try await house.review(now: now)
        #expect(try await alerts(house) == ["1 JC01|17 open"])

        try await house.deliver(.breathTest, [sober], exportedAt: now, now: now)
        try await house.review(now: now)
        #expect(try await alerts(house) == ["1 JC01|16 open"])
        let remarks = try await house.texts(
            "SELECT coalesce(remark, '') FROM docket.alert_history WHERE check_id = 'drunk-no-case' ORDER BY sequence"
        )
        #expect(remarks.contains("subject_was:JC01|17"))
    }

    @Test("what closed an alert is kept with it")
    func closing() async throws {
        let house = try await House.plain { $0.keepChecks("drunk-no-case", "reading-no-video") }
        for kind in Kind.allCases {
            let records = kind == .breathTest ? [drunk.merging(["plate": "湘G12345"]) { $1 }] : []
            try await house.deliver(kind, records, exportedAt: now.adding(seconds: -60), now: now)
        }
        try await house.review(now: now)
        let record = [
            "case_no": "A1", "category": "criminal", "occurred_at": "2025-03-03 20:10:00", "plate": "湘G12345",
            "accepted_at": "2025-03-06 09:00:00",
        ]
        try await house.deliver(.caseFile, [record], exportedAt: now, now: now)
        try await house.review(now: now)
        #expect(try await alerts(house) == ["1 JC01|17 evidence"])
        let answer = try await house.texts(
            """
            SELECT concat_ws(' ', r ->> 'key', r ->> 'strength') FROM docket.alert a,
                json_array_elements(a.evidence -> 'records') r
            WHERE a.check_id = 'drunk-no-case' AND r ->> 'kind' = 'case_file'
            """
        )
        #expect(answer == ["A1 medium"])
    }

    @Test("the letter tells of the version that makes the duty, not of whoever the number names now")
    func facts() async throws {
        let house = try await House.plain { $0.keepChecks("drunk-no-case", "reading-no-video") }
        let first = drunk.merging(["person_name": "张三", "plate": "湘G12345"]) { $1 }
        let second = [
            "device": "JC01", "record_no": "17", "tested_at": "2025-03-20 10:00:00", "alcohol": "0",
            "person_name": "李四",
        ]
        for kind in Kind.allCases {
            let records = kind == .breathTest ? [first] : []
            try await house.deliver(kind, records, exportedAt: now.adding(seconds: -60), now: now)
        }
        try await house.deliver(.breathTest, [second], exportedAt: now, now: now)
        try await house.review(now: now)
        let (digest, _) = try await house.passes.report(now: now)
        let words = digest.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("2025-03-03 20:10 检测仪 JC01 记录号 17，132.5 毫克/100毫升"))
        #expect(!words.contains("李"))
        let sources = try await house.texts(
            """
            SELECT r.value ->> 'revision' FROM docket.alert a, json_array_elements(a.evidence -> 'records') r
            WHERE a.check_id = 'drunk-no-case' ORDER BY 1
            """
        )
        #expect(sources == ["1", "2"])
    }
}
