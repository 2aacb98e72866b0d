import Feeds
import Model
import Settings
import Testing

@Suite("The rows of a table that are records, and the others")
struct TableReaderTests {
    private func dialect(_ layout: TableLayout) -> CSVDialect {
        var dialect = CSVDialect.plain()
        dialect.layout = layout
        return dialect
    }

    private func table(_ text: String, _ layout: TableLayout, columns: [String] = []) throws -> Table {
        try Table(text, dialect(layout), columns: columns)
    }

    @Test("blank rows, sums and notes are passed over and counted; sums may be shorter than the rows")
    func skipped() throws {
        let text = "编号,值\n1,5\n,\n小计,5\n2,7\n \u{3000},\t\n合计：12\n制表人：*\n"
        let found = try table(text, TableLayout(heading: .row(1), skippedRows: ["小计", "合计*", "制表人*"]))
        #expect(found.rows == [["1", "5"], ["2", "7"]])
        #expect(found.skipped == 5)
        #expect(found.lines == [2, 5])
    }

    @Test("a pattern fits the first text of a row and nothing less than all of it")
    func patterns() throws {
        let text = "a,b\n合计,1\n合计数,2\n总合计,3\n,合计\n"
        let exact = try table(text, TableLayout(heading: .row(1), skippedRows: ["合计"]))
        #expect(exact.rows == [["合计数", "2"], ["总合计", "3"]])
        let within = try table(text, TableLayout(heading: .row(1), skippedRows: ["*合计*"]))
        #expect(within.rows.isEmpty)
        let twice = try table("a\nabcab\nabab\nab\n", TableLayout(heading: .row(1), skippedRows: ["ab*ab"]))
        #expect(twice.rows == [["ab"]])
    }

    @Test("the heading of a section is given to the rows behind it, until the next one")
    func sections() throws {
        let text = "编号,值\n永定大队,\n1,5\n2,6\n\"武陵源\"\"大队\"\n3,7\n"
        let found = try table(text, TableLayout(heading: .row(1), sectionColumn: "单位"))
        #expect(found.names == ["编号", "值", "单位"])
        #expect(found.rows == [["1", "5", "永定大队"], ["2", "6", "永定大队"], ["3", "7", "武陵源\"大队"]])
        #expect(found.skipped == 2)
    }

    @Test("a row without its key takes what it lacks from the row before, and keeps what it has")
    func continuation() throws {
        let text = "序号,单位,条文,日期\n1,甲,第24条,105/3/7\n,,第36条,\n,乙,第39条,\n2,丙,第9条,\n,,第10条,\n"
        let layout = TableLayout(
            heading: .row(1),
            continuation: .init(whenEmpty: ["序号"], fill: ["序号", "单位", "日期"])
        )
        #expect(
            try table(text, layout).rows == [
                ["1", "甲", "第24条", "105/3/7"], ["1", "甲", "第36条", "105/3/7"], ["1", "乙", "第39条", "105/3/7"],
                ["2", "丙", "第9条", ""], ["2", "丙", "第10条", ""],
            ]
        )
    }

    @Test("a row that goes on with one that was rejected, or with none, is rejected too and joins no stranger")
    func orphans() throws {
        let text = "序号,条文\n,第1条\n1,第2条\n2,第3条,多\n,第4条\n3,第5条\n,第6条\n"
        let layout = TableLayout(heading: .row(1), continuation: .init(whenEmpty: ["序号"], fill: ["序号"]))
        #expect(
            try table(text, layout).rows == [
                ["!orphan"], ["1", "第2条"], ["!field_count"], ["!orphan"], ["3", "第5条"], ["3", "第6条"],
            ]
        )
    }

    @Test("the row of names is found by the names the feed maps, below titles of any number and shape")
    func found() throws {
        let text = "检测记录表,\"\n导出：2026,,\n设备编号,时间,结果\nA,1,2\n"
        let found = try table(text, TableLayout(heading: .found), columns: ["时间", "设备编号"])
        #expect(found.names == ["设备编号", "时间", "结果"])
        #expect(found.rows == [["A", "1", "2"]])
        let missing = #expect(throws: UnreadableDelivery.self) {
            try table(text, TableLayout(heading: .found), columns: ["时间", "编号"])
        }
        #expect(missing?.cause == .headerMissing)
        #expect(missing?.explanation.contains("the nearest lacks 编号") == true)
    }

    @Test("names in several rows are joined, a group's name with each of the columns below it")
    func severalRows() throws {
        let text = "编号,检测,,备注\n,时间,结果,\nA,1,2,x\n"
        let found = try table(text, TableLayout(heading: .row(1), headingRows: 2))
        #expect(found.names == ["编号", "检测 时间", "检测 结果", "备注"])
        #expect(found.rows == [["A", "1", "2", "x"]])
    }

    @Test("a layout that speaks of a column the file does not have is refused, naming it")
    func unknownColumns() {
        let layout = TableLayout(heading: .row(1), continuation: .init(whenEmpty: ["项次"], fill: ["a"]))
        let fault = #expect(throws: UnreadableDelivery.self) { try table("a,b\n1,2\n", layout) }
        #expect(fault?.cause == .missingColumns)
        #expect(fault?.explanation.contains("项次") == true)
        #expect(throws: UnreadableDelivery.self) {
            try table("a,b\n1,2\n", TableLayout(heading: .row(1), sectionColumn: "b"))
        }
    }

    @Test("each row keeps its own bytes and place, whatever it took from others")
    func places() throws {
        let bytes = "序号,条文\n1,甲\n,乙\n"
        let layout = TableLayout(heading: .row(1), continuation: .init(whenEmpty: ["序号"], fill: ["序号"]))
        #expect(try table(bytes, layout).raws == ["1,甲\n", ",乙\n"])
    }
}

/// A whole table as a test reads it.
private struct Table {
    var names: [String] = []
    var rows: [[String]] = []
    var raws: [String] = []
    var lines: [Int64] = []
    var skipped: Int64 = 0

    init(_ text: String, _ dialect: CSVDialect, columns: [String]) throws(UnreadableDelivery) {
        let file = UnnamedFile(Array(text.utf8))
        var reader = try TableReader(
            CSVReader(reading: FileSource(file.descriptor), dialect: dialect),
            layout: dialect.layout,
            feed: .example(csv: dialect, columns: columns.map { ColumnMapping(field: "device", columns: [$0]) })
        )
        names = try reader.readHeader().names
        while true {
            switch try reader.next() {
            case .end:
                skipped = reader.skipped
                return
            case .rejected(let rejection): rows.append(["!" + rejection.reason.rawValue])
            case .row:
                rows.append(
                    reader.withRow { _, text, cells in
                        cells.indices.map { index in
                            let bytes = cells[index].range.map { text[$0] }
                            let content = String(decoding: bytes, as: UTF8.self)
                            return cells[index].hasDoubledQuotes ? content.replacing("\"\"", with: "\"") : content
                        }
                    }
                )
            }
            lines.append(reader.place.line)
            raws.append(reader.withRow { raw, _, _ in String(decoding: raw.indices.map { raw[$0] }, as: UTF8.self) })
        }
    }
}
