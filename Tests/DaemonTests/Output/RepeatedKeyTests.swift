import Daemon
import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing

@testable import docket

@Suite("Rows of whose key an earlier row was are told by feed try")
struct RepeatedKeyTests {
    private func report(_ rows: [String], key: FeedDefinition.KeyRule? = nil) throws -> (TrialReport, [String]) {
        let folder = try TemporaryFolder()
        var feed = FeedDefinition.plain(.breathTest, name: "tests", region: 430_800, folder: folder.path)
        feed.unknownColumns = .ignore
        feed.columns = feed.columns.filter {
            ["device", "record_no", "tested_at", "alcohol", "person_name"].contains($0.field)
        }
        feed.key = key ?? feed.key
        let header = "device,record_no,tested_at,alcohol,person_name"
        let file = try folder.write(([header] + rows).joined(separator: "\n"), to: "export.csv")
        let trial = FeedTrial(feed: feed, law: try Repository.rules.get().law, most: 3, now: SmallWorld.asOf)
        let report = try TrialReport(of: trial, file.path)
        return (report, TrialSheet(report: report, feed: feed, width: 100).lines)
    }

    private static let rows = [
        "JC01,1,2025-03-03 21:10:00,45.2,张三丰", "JC01,2,2025-03-03 21:10:00,12,李四光",
        "JC01,1,2025-03-03 21:10:00,88,张三丰", "JC01,2,2025-03-03 21:10:00,12,李四光",
        "JC01,1,2025-03-03 21:10:00,45.2,张三儿", "JC01,3,2025-03-03 21:10:00,12,李四光",
    ]

    @Test("those that say something else are counted and shown in pairs, those alike are counted apart")
    func counted() throws {
        let (report, lines) = try report(Self.rows)
        #expect(report.repeats.counts.differing == 2)
        #expect(report.repeats.counts.alike == 1)
        let text = lines.joined(separator: "\n")
        for words in [
            "✗ 键重复而内容不同 repeated keys: 2 行 rows", "JC01|1: 第 2、4 行 lines 2, 4: alcohol 45.2 ≠ 88",
            "完全相同的重复行 repeated rows, all alike: 1 行 rows", "第 2、6 行 lines 2, 6: 已遮盖的内容不同",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
        #expect(!text.contains("张三丰") && !text.contains("张三儿"))
    }

    @Test("nothing is said where each row has a key of its own, or is named by its content")
    func silent() throws {
        for (rows, key) in [([Self.rows[0], Self.rows[1]], nil), (Self.rows, FeedDefinition.KeyRule.row)] {
            let (report, lines) = try report(rows, key: key)
            #expect(report.repeats.counts == RepeatedKeys())
            #expect(!lines.contains { $0.contains("重复") })
        }
    }

    @Test("a row far behind is compared as well as the first ones")
    func farBehind() throws {
        let many = (10..<3000).map { "JC01,\($0),2025-03-03 21:10:00,12,李四光" }
        let (report, _) = try report([Self.rows[0]] + many + ["JC01,1,2025-03-04 21:10:00,45.2,张三丰"])
        #expect(report.repeats.counts.differing == 1)
        #expect(report.repeats.pairs.first?.lines.second == 2993)
        #expect(report.repeats.pairs.first?.differences.map(\.field) == ["tested_at"])
    }
}
