import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("However an export is laid out, its draft reads every row of it")
struct TableDraftTests {
    /// A breath test as the layouts write it.
    private struct Reading {
        let no: Int
        let day: String
        let clock: String
        let alcohol: Int

        init(_ number: Int) {
            no = number
            day = "2025-03-" + Self.digits(1 + number % 28)
            let parts: [Int] = [number % 24, number * 7 % 60, number * 3 % 60]
            clock = parts.map(Self.digits).joined(separator: ":")
            alcohol = [0, 12, 85, 45][number % 4]
        }

        private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

        /// Year, month, day, hour, minute and second, without zeros in front.
        var numbers: String {
            (day.split(separator: "-") + clock.split(separator: ":")).map { "\(Int($0) ?? 0)" }.joined(separator: ",")
        }
    }

    private static let rows: [Reading] = (1...30).map { Reading($0) }
    private static let head = "设备编号,记录号,检测日期,检测时刻,酒精含量(mg/100mL),单位代码\n"
    private static let lines: String = rows.map { "JC01,\($0.no),\($0.day),\($0.clock),\($0.alcohol),430802000000\n" }
        .joined()
    private static let expected: [String] = rows.map { row in
        "JC01|\(row.no) device=JC01 record_no=\(row.no) tested_at=\(row.day) \(row.clock) alcohol=\(row.alcohol)"
    }

    /// An export, and the layout a draft must find.
    struct Layout: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: Data
        let words: [String]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ words: String...) {
            (self.name, bytes, self.words) = (name, Data(text.utf8), words)
        }

        init(_ name: String, _ bytes: [UInt8], _ words: String...) {
            (self.name, self.bytes, self.words) = (name, Data(bytes), words)
        }
    }

    private static let numbered: String = rows.map { "JC01,\($0.no),\($0.numbers),\($0.alcohol)\n" }.joined()

    private static let tables: [Layout] = [
        Layout("groups.csv", "仪器,,检测,,,单位\n\(head)\(lines)", "header_row: find"),
        Layout(
            "two.csv",
            "设备编号,记录号,检测,,酒精含量(mg/100mL),单位代码\n,,日期,时间,,\n\(lines)",
            "header_row: 1, header_rows: 2",
            "columns: [\"检测 日期\", \"检测 时间\"]"
        ),
        Layout(
            "title.csv",
            "呼气酒精检测台账,,,,,\n统计期间：2025年3月1日至31日,,,,,\n\(head)\(lines)合计,30,,,,\n制表人：某某,,,,,\n",
            "header_row: find",
            "skip_rows: [\"合计*\", \"制表*\"]"
        ),
        Layout(
            "clock.csv",
            head.replacing("检测时刻", with: "时间") + lines,
            "columns: [检测日期, 时间]",
            "the time of day is known by its values"
        ),
        Layout("time.csv", head.replacing("检测时刻", with: "检测时间") + lines, "columns: [检测日期, 检测时间]"),
        Layout(
            "parts.csv",
            "deviceid,recordnum,年,月,日,时,分,秒,酒精含量(mg/100mL)\n\(numbered)",
            "columns: [年, 月, 日, 时, 分, 秒], format: \"yyyy M d H m s\""
        ),
    ]

    private static let objects: [String] = rows.map { row in
        #"{"deviceid":"JC01","recordnum":\#(row.no),"test":{"testdate":"\#(row.day) \#(row.clock)"},"#
            + #""brac":\#(row.alcohol)}"#
    }
    private static let document = #"{"code":0,"tags":[1],"data":{"list":[\#(objects.joined(separator: ","))]}}"#
    private static let elements: [String] = rows.map { row in
        "<r 设备编号=\"JC01\" 记录号=\"\(row.no)\"><检测时间>\(row.day) \(row.clock)</检测时间><酒精含量>\(row.alcohol)</酒精含量></r>"
    }

    private static let documents: [Layout] = [
        Layout("doc.json", document, "json: { layout: document, rows: \"data.list\" }", "column: \"test.testdate\""),
        Layout("array.json", "[\(objects.joined(separator: ",\n"))]", "json: { layout: document }"),
        Layout("lines.json", objects.joined(separator: "\n"), "json: { layout: lines }"),
        Layout(
            "rows.xml",
            "<?xml version=\"1.0\"?><数据><总数>30</总数><表>\(elements.joined())</表></数据>",
            "xml: { rows: \"数据/表/r\" }",
            "device: \"@设备编号\""
        ),
    ]

    private static let packed: [Layout] = [
        Layout(
            "tests_20250401080000.csv.gz",
            Deflate.gzip(Array("\(head)\(lines)".utf8)),
            "files: [\"*.csv.gz\"]",
            "packed: gzip",
            "name: '(\\d{14})\\.csv\\.gz$'"
        ),
        Layout(
            "tests.zip",
            ZIPBytes([("说明.txt", "请勿外传\n"), ("a/检测.csv", "\(head)\(lines)")]).file,
            "members: [\"*.csv\"]"
        ),
    ]

    private static let layouts: [Layout] = tables + documents + packed

    @Test(
        "with titles, groups and footers, times in several columns, in documents and packed",
        arguments: layouts
    )
    func reads(_ layout: Layout) async throws {
        let place = try DraftedPlace()
        let file = try place.write(layout.bytes, to: layout.name)
        let outcome = try await place.draft(file, ["--language", "en", "--unit", "mg/100mL"])
        #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
        for words in layout.words { #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)") }
        let feed = try place.feed(outcome.output)
        let found = try place.records(feed, file, fields: ["device", "record_no", "tested_at", "alcohol"])
        #expect(found.rejected == 0)
        // Without the line, which follows the layout.
        let told = found.records.map { record in String(record.drop { $0 != " " }.dropFirst()) }
        #expect(told == Self.expected)
    }

    @Test("and what would mislead is left to a person")
    func leftOpen() async throws {
        let place = try DraftedPlace()
        let twoClocks = Self.head.replacing("检测时刻", with: "到场,离场").replacing(",单位代码", with: "")
        let rows = Self.rows.map { "JC01,\($0.no),\($0.day),\($0.clock),\($0.clock),\($0.alcohol)\n" }.joined()
        let clocks = try await place.draft(place.write(Data((twoClocks + rows).utf8), to: "clocks.csv"))
        #expect(clocks.code == 1)
        #expect(clocks.output.contains("# tested_at: { columns: [检测日期, 离场]"), "\(clocks.output)")

        let note = "\(Self.head)\(Self.lines)本页共30条,,,,,\n"
        let footer = try await place.draft(place.write(Data(note.utf8), to: "note.csv"))
        #expect(footer.code == 1)
        #expect(footer.errors.contains("rows with text in one cell only: 1, first on line 32"), "\(footer.errors)")
    }
}
