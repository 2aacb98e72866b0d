import FoundationEssentials
import Model
import Settings
import Testing

@Suite("The configuration that is shipped")
struct ShippedConfigTests {
    private let configuration: Configuration

    init() throws { configuration = try Configuration.load(path: Repository.config + "/docket.yaml") }

    @Test("loads without a problem, with the four checks to begin with")
    func loads() {
        let first: Set = ["drink-no-measure", "drunk-no-case", "reading-no-video", "sms-unreviewed"]
        #expect(first.isSubset(of: configuration.checks.map(\.id)))
        #expect(configuration.refusedChecks == [])
        #expect(configuration.fingerprint.count == 64)
        #expect(configuration.region == 430800)
    }

    @Test("knows, of every single day from 2023 to 2026, whether it is worked")
    func calendar() throws {
        let off = Set(PublishedDays.off.split { $0.isWhitespace }.compactMap { Day(iso: String($0)) })
        let worked = Set(PublishedDays.worked.split { $0.isWhitespace }.compactMap { Day(iso: String($0)) })
        #expect((off.count, worked.count) == (117, 26))
        var day = try #require(Day(iso: "2023-01-01"))
        let end = try #require(Day(iso: "2027-01-01"))
        var (count, wrong): (Int, [Day]) = (0, [])
        while day < end {
            let isWorked = worked.contains(day) || (!off.contains(day) && !day.weekday.isWeekend)
            if configuration.law.calendar.isWorkingDay(day) != isWorked { wrong.append(day) }
            (day, count) = (day.adding(days: 1), count + 1)
        }
        #expect(count == 1461)
        #expect(wrong.isEmpty)
    }

    @Test("has the clocks of the law, each with its citation")
    func clocks() throws {
        let limits: [(String, Clock.Length, Int64?)] = [
            ("ADM_ACCEPT", .hours(24), 20), ("MEASURE_REPORT", .hours(24), 20), ("VEHICLE_HANDOVER", .hours(24), 20),
            ("LICENCE_HANDOVER", .hours(24), 20), ("EXHIBIT_HANDOVER", .hours(24), 20), ("BLOOD_DRAW", .hours(4), 2),
            ("BLOOD_SEND", .workingDays(5), 3), ("LAB_REPORT", .workingDays(3), 2),
            ("RESULT_NOTICE", .workingDays(5), 3), ("RETEST_REQUEST", .workingDays(3), nil),
            ("CRIM_REVIEW", .days(3), 2),
            ("CRIM_REVIEW_LEADS", .days(7), 6), ("CRIM_REVIEW_LONG", .days(30), 25), ("CRIM_NOTICE", .days(3), 2),
            ("PROC_REPLY", .days(7), 5), ("PROC_FILE", .days(15), 12), ("FAST_TRACK", .days(30), 20),
            ("SUMMON", .workingDays(15), nil), ("PENALTY_FINE", .hours(24), nil),
            ("PENALTY_SUSPEND", .workingDays(3), nil),
            ("PENALTY_REVOKE", .workingDays(7), nil), ("ADM_DECISION_MAX", .days(90), 75),
            ("ROB_REVIEW", .workingDays(5), 4), ("ROB_NOTICE", .workingDays(5), 4),
            ("ROB_OBJECTION", .workingDays(5), 4),
            ("ROB_CANCEL", .workingDays(3), 2), ("BWC_UPLOAD", .hours(24), 20), ("VIDEO_EXPECTED", .hours(36), 24),
            ("NOTICE_AT_ONCE", .hours(0), nil),
        ]
        let day = try #require(Day(iso: "2025-06-12"))
        for (code, length, warning) in limits {
            let clock = try #require(configuration.law.clock(code, on: day), "\(code)")
            #expect(clock.length == length, "\(code)")
            #expect(clock.warning == warning, "\(code)")
            #expect(!clock.validity.citation.isEmpty)
        }
    }

    @Test("has the lines of alcohol and the factors of every unit, exactly")
    func alcohol() throws {
        let day = try #require(Day(iso: "2025-06-12"))
        let lines: [(Threshold.Code, Int64)] = [(.drink, 2000), (.drunk, 8000), (.minor, 15000), (.range, 44000)]
        for (code, hundredths) in lines {
            #expect(configuration.law.threshold(code, on: day)?.hundredths == hundredths)
        }
        let factors: [(String, Int64)] = [
            ("mg/100mL", 10_000), ("mg/L", 2_200_000), ("ug/L", 2_200), ("ug/100mL", 22_000), ("g/L", 1_000_000),
            ("%BAC", 10_000_000), ("g/210L", 10_476_000),
        ]
        for (code, factor) in factors {
            #expect(configuration.law.unit(code, on: day)?.factorTenThousandths == factor, "\(code)")
        }
    }

    @Test("names the region and its units in both languages")
    func units() {
        #expect(configuration.regions.map(\.nameChinese) == ["张家界市公安局交通警察支队"])
        let codes = ["430800000000", "430801000000", "430802000000", "430811000000", "430821000000", "430822000000"]
        #expect(Set(codes).isSubset(of: configuration.units.map(\.code)))
        #expect(
            configuration.units.allSatisfy { !$0.nameEnglish.isEmpty && $0.nameEnglish.utf8.allSatisfy { $0 < 0x80 } }
        )
    }

    @Test("brings presets and examples of feeds that load as they are")
    func feeds() throws {
        let folder = try SampleFolder()
        for place in ["feeds/presets", "examples", "examples/prefecture/feeds"] {
            let path = Repository.config + "/" + place
            let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
            try folder.write("docket.yaml", SampleTexts.main.replacing("feeds: feeds", with: "feeds: '\(path)'"))
            for law in ["thresholds", "alcohol-units"] {
                let text = try String(
                    contentsOf: URL(filePath: Repository.config + "/law/\(law).yaml"),
                    encoding: .utf8
                )
                try folder.write("law/\(law).yaml", text)
            }
            #expect(folder.complaints().isEmpty, "\(folder.complaints().joined(separator: "\n"))")
            #expect(try folder.load().feeds.count == files.count)
            #expect(files.count >= 5)
        }
    }
}
