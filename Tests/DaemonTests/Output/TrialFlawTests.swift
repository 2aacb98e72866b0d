import Daemon
import Foundation
import Model
import Settings
import TestSupport
import Testing

@testable import docket

@Suite("Values that are stored with a defect are told by feed try")
struct TrialFlawTests {
    private func sheet(_ people: [String]) throws -> (flaws: [TrialFlaw], text: String) {
        let folder = try TemporaryFolder()
        var feed = FeedDefinition.plain(.breathTest, name: "tests", region: 430_800, folder: folder.path)
        feed.columns = feed.columns.filter {
            ["device", "record_no", "tested_at", "alcohol", "person_id"].contains($0.field)
        }
        let rows = people.enumerated().map { "JC01,\($0.offset),2025-03-03 21:10:00,45.2,\($0.element)" }
        let text = (["device,record_no,tested_at,alcohol,person_id"] + rows).joined(separator: "\n")
        let file = try folder.write(text, to: "export.csv")
        let trial = FeedTrial(feed: feed, law: try Repository.rules.get().law, most: 3, now: SmallWorld.asOf)
        let report = try TrialReport(of: trial, file.path)
        return (report.flaws, TrialSheet(report: report, feed: feed, width: 100).lines.joined(separator: "\n"))
    }

    @Test("each kind of defect with its rows and the first lines, and never the value")
    func told() throws {
        let wrong = "430802190001010030"
        let (flaws, text) = try sheet(["43080219000101003X", wrong, "430802********003X", wrong, ""])
        #expect(flaws.map(\.reason) == [.checkDigit, .masked])
        #expect(flaws.map(\.rows) == [2, 1])
        #expect(text.contains("! person_id check_digit: 2 行 rows，行号 lines 3, 5: 校验码不符"), "\(text)")
        #expect(text.contains("! person_id masked: 1 行 rows，行号 lines 4: 来源已遮盖"), "\(text)")
        #expect(!text.contains(wrong))
    }

    @Test("nothing is said where there is none")
    func silent() throws {
        let (flaws, text) = try sheet(["43080219000101003X"])
        #expect(flaws.isEmpty)
        #expect(!text.contains("缺陷"))
    }
}
