import Foundation
import Settings
import Testing

@Suite("The main file, spoilt: place, cause and remedy are named")
struct MainFileTests {
    @Test("an unknown key is named with its line and column, and with what was probably meant")
    func unknownKey() throws {
        let draft = try Draft()
        try draft.replace("  poll: 30s", with: "  poll: 30s\n  pole: 9s")
        #expect(
            try draft.complaint().hasPrefix(
                "docket.yaml:22:3 schedule.pole: 未知的键 / unknown key — 应为 poll? / did you mean poll?"
            )
        )
    }

    @Test("a key nobody could have meant is to be removed; the known ones are listed")
    func strangeKey() throws {
        let draft = try Draft()
        try draft.replace("region: 430800", with: "region: 430800\nfrobnicate: yes")
        let complaint = try draft.complaint()
        #expect(complaint.hasPrefix("docket.yaml:12:1 frobnicate: 未知的键 / unknown key — 删除"))
        #expect(complaint.contains("retrospective_after"))
    }

    @Test(
        "a value of the wrong type is named where it stands",
        arguments: [
            ("poll: 30s ", "poll: often ", "schedule.poll", 9, "不是时长 / not a length of time"),
            ("poll: 30s ", "poll: [30s] ", "schedule.poll", 9, "不是文字 / not a plain text"),
            ("poll: 30s ", "poll: 2d ", "schedule.poll", 9, "out of range"),
            ("poll: 30s ", "poll: 99999999999999999999d ", "schedule.poll", 9, "not a length of time"),
            ("digest: \"08:00\"", "digest: \"24:00\"", "schedule.digest", 11, "not a time of day"),
            ("region: 430800", "region: 湖南", "region", 9, "not a whole number in range"),
            ("region: 430800", "region: 4.3e5", "region", 9, "not a whole number in range"),
            ("language: zh", "language: ch", "language", 11, "there is no ch here — 应为 zh"),
            ("state_directory: /var/lib/docket", "state_directory: {a: b}", "state_directory", 18, "not a plain text"),
            ("units: units.yaml ", "units: \"\" ", "units", 8, "为空 / is empty"),
            ("pepper_file: /etc/docket/credentials/id-pepper", "pepper_file:", "pepper_file", 13, "没有值 / has no value"),
        ]
    )
    func wrongType(old: String, new: String, key: String, column: Int, cause: String) throws {
        let draft = try Draft()
        try draft.replace(old, with: new)
        let problem = try draft.onlyProblem()
        #expect(problem.keyPath == key)
        #expect(problem.line > 0)
        #expect(problem.column == column)
        #expect(problem.description.contains(cause))
        #expect(!problem.remedy.isEmpty)
    }

    @Test("a missing key is named, with the section it is missing from")
    func missingKey() throws {
        let draft = try Draft()
        try draft.replace("  review: 60s", with: "  # review")
        #expect(try draft.complaint() == "docket.yaml:21:3 schedule.review: 缺少此项 / missing — 补上 review / add review")
    }

    @Test("a section that is none is complained of once, not once for each key that is not in it")
    func noSection() throws {
        let draft = try Draft()
        try draft.replace("  poll: 30s ", with: "  - poll ")
        try draft.replace("  review: 60s ", with: "  - review ")
        try draft.replace("  digest: \"08:00\" ", with: "  - digest ")
        #expect(try draft.complaint().contains("schedule: 不是键值结构 / not a mapping"))
    }

    @Test("everything that is wrong is told at once, whichever file it stands in")
    func allAtOnce() throws {
        let draft = try Draft()
        try draft.replace("region: 430800", with: "region: x")
        try draft.replace("poll: 30s", with: "poll: x")
        try draft.replace("alcohol: \"80\"", with: "alcohol: eighty", in: "law/thresholds.yaml")
        try draft.replace("settle: 5s", with: "settle: x", in: "feeds/breath-tests.yaml")
        try draft.replace("subject: stop", with: "subject: shop", in: "checks/stops/drink-no-measure.yaml")
        try draft.replace("device_gap: 15m", with: "device_gap: x", in: "law/matching.yaml")
        try draft.replace("identity_gap: 60m", with: "identity_gap: x", in: "law/matching.yaml")
        #expect(
            Set(draft.problems.map(\.keyPath)) == [
                "region", "schedule.poll", "thresholds[1].alcohol", "settle", "subject", "stop.device_gap",
                "stop.identity_gap",
            ]
        )
    }

    @Test("a feed of another region, and two feeds of one name, are refused with their names")
    func feedsTogether() throws {
        let draft = try Draft()
        try draft.replace("region: 430800", with: "region: 430900", in: "feeds/robots.yaml")
        try draft.replace("feed: cameras", with: "feed: breath-tests", in: "feeds/cameras.yaml")
        let texts = draft.problems.map(\.description)
        #expect(texts.count == 2, "\(texts)")
        #expect(texts.contains { $0.contains("the name breath-tests is used 2 times") })
        try draft.replace("feed: breath-tests", with: "feed: cameras", in: "feeds/cameras.yaml")
        #expect(try draft.complaint().contains("robots 属于地区 430900 / robots is of region 430900"))
    }

    @Test("numbers may stand in quotes, and dates without")
    func scalars() throws {
        let draft = try Draft()
        try draft.replace("region: 430800", with: "region: \"430800\"")
        try draft.replace("alcohol: \"150\"", with: "alcohol: 150.00", in: "law/thresholds.yaml")
        try draft.replace(
            "effective_from: 2023-12-28",
            with: "effective_from: \"2023-12-28\"",
            in: "law/thresholds.yaml"
        )
        #expect(draft.problems.isEmpty, "\(draft.problems)")
    }
}
