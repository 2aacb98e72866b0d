import Foundation
import TestSupport
import Testing

@Suite("A draft from a workbook fills what belongs to several rows")
struct MergedDraftTests {
    private static func row(_ number: Int, _ cells: [String]) -> String {
        let xml = zip("ABCDEF", cells).filter { !$0.1.isEmpty }.map {
            "<c r=\"\($0.0)\(number)\" t=\"inlineStr\"><is><t>\($0.1)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(xml.joined())</row>"
    }

    private static let head = ["案件编号", "立案时间", "违法代码", "处罚种类"]
    private static let rows = [
        ["A1", "2025-03-03 10:00:00", "1001", "罚款"], ["", "", "1002", "警告"],
        ["A2", "2025-03-04 10:00:00", "1003", "罚款"], ["A3", "2025-03-05 10:00:00", "1004", "罚款"],
        ["", "", "1005", "警告"], ["A4", "2025-03-06 10:00:00", "1003", "罚款"],
    ]

    private func draft(merged: [String]) async throws -> String {
        let place = try DraftedPlace()
        let all = ([Self.head] + Self.rows).enumerated().map { Self.row($0 + 1, $1) }.joined()
        var book = XLSXBytes(all)
        let cells = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        if !merged.isEmpty { book.behindRows = "<mergeCells>\(cells)</mergeCells>" }
        let file = try place.write(Data(book.file), to: "cases.xlsx")
        return try await place.draft(file, ["--kind", "case_file", "--language", "en"]).output
    }

    @Test("cells merged over several records are filled")
    func merged() async throws {
        let text = try await draft(merged: ["A2:A3", "B2:B3", "A5:A6", "B5:B6"])
        #expect(text.contains("workbook: { merged: fill, header_row: 1 }"), "\(text)")
        #expect(text.contains("key: row"), "\(text)")
    }

    @Test("rows whose number and time are empty go on with the row before")
    func continued() async throws {
        let text = try await draft(merged: [])
        #expect(
            text.contains("continuation: { when_empty: [案件编号], fill: [案件编号, 立案时间] }"),
            "\(text)"
        )
        #expect(!text.contains("merged: fill"), "\(text)")
    }

    @Test("both are told where both are there")
    func both() async throws {
        let text = try await draft(merged: ["A2:A3", "B2:B3"])
        #expect(text.contains("merged: fill") && text.contains("when_empty: [案件编号]"), "\(text)")
    }

    @Test("a number that alone is missing is missing: no row goes on because of it")
    func missing() async throws {
        let place = try DraftedPlace()
        let rows = (1...9).map { "JC01,\($0 == 5 ? "" : "\($0)"),2025-03-03 10:00:00,12\n" }.joined()
        let text = "设备编号,记录号,检测时间,酒精含量(mg/100mL)\n" + rows
        let run = try await place.draft(place.write(Data(text.utf8), to: "tests.csv"))
        #expect(run.code == 0 && !run.output.contains("continuation"), "\(run.output)")
    }
}
