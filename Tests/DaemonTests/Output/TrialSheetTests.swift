import Daemon
import Digests
import Foundation
import Model
import Settings
import TestSupport
import Testing

@testable import docket

@Suite("What feed try prints")
struct TrialSheetTests {
    /// A table of breath tests with a wide row, a rejected one and a column nobody mapped.
    private func sheet(width: Int?) throws -> (folder: TemporaryFolder, lines: [String]) {
        let folder = try TemporaryFolder()
        var feed = FeedDefinition.plain(.breathTest, name: "tests", region: 430_800, folder: folder.path)
        feed.unknownColumns = .ignore
        feed.ignoredColumns = (0..<20).map { "没有用的列\($0)" }
        var mode = try #require(feed.columns.first { $0.field == "mode" })
        (mode.columns, mode.constant) = ([], "active")
        feed.columns = feed.columns.filter { $0.field != "mode" } + [mode]
        let fields = feed.kind.schema.fields.map(\.name).filter { $0 != "mode" }
        let values = [
            "device": "JC-A0015", "record_no": "6206", "tested_at": "2025-03-03 21:10:00", "alcohol": "132.5",
            "place": String(repeating: "湘阳路北门外五百米", count: 8), "person_name": "欧阳某某", "plate": "湘GA0088",
        ]
        let header = fields + feed.ignoredColumns + ["新列"]
        let row = header.map { values[$0] ?? "" }.joined(separator: ",")
        let broken = row.replacing("2025-03-03", with: "昨天")
        let file = try folder.write(
            ([header.joined(separator: ","), row] + Array(repeating: broken, count: 7)).joined(separator: "\n"),
            to: "export.csv"
        )
        let trial = FeedTrial(feed: feed, law: try Repository.rules.get().law, most: 3, now: SmallWorld.asOf)
        return (folder, TrialSheet(report: try TrialReport(of: trial, file.path), feed: feed, width: width).lines)
    }

    @Test("fits the terminal, column for column", arguments: [80, 120])
    func fits(width: Int) throws {
        let (_, lines) = try sheet(width: width)
        for line in lines { #expect(line.columns <= width, "\(line)") }
        #expect(lines.contains { $0.hasPrefix("行 line  device") })
        #expect(lines.contains { $0.hasPrefix("2        JC-A0015") })
        #expect(lines.contains { $0.contains("…") })
    }

    @Test("tells what a column becomes, what is left out, why rows are rejected, and that nothing was stored")
    func tells() throws {
        let (_, lines) = try sheet(width: nil)
        let text = lines.joined(separator: "\n")
        for words in [
            "  tested_at       → tested_at", "恒定值 constant: mode = active", "有意不用 ignored: 没有用的列0, 没有用的列1",
            "没有对应字段 unmapped: 新列",
            "前 1 条记录，时间为北京时间 / first records, in Beijing time: 1",
            "✗ time tested_at: 7 行 rows，行号 lines 3, 4, 5, 6, 7, …:",
            "    → 为该列补充 format",
            "读入 read 8 = 可存 would store 1 + 退回 rejected 7；未存入任何东西 / nothing was stored",
        ] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
        #expect(!text.contains("欧阳某某") && !text.contains("湘GA0088"))
    }
}
