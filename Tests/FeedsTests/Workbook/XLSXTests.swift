import Settings
import TestSupport
import Testing

@testable import Feeds

@Suite("The cells of XLSX")
struct XLSXTests {
    @Test("texts shared, in place and of formulas; runs of one text; readings left out")
    func texts() throws {
        var book = XLSXBytes(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>在<![CDATA[<此>]]></t><rPh><t>zai</t></rPh></is></c>
            <c r="B2" t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><t>b</t></r></is></c>
            <c r="C2" t="str"><f>A1&amp;"x"</f><v>结果x</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
            """
        )
        book.shared = """
            <si><t>酒精</t></si><si><r><rPr><b/></rPr><t>湘</t></r><r><t xml:space="preserve"> G1</t></r>
            <rPh sb="0" eb="1"><t>ショウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si>
            """
        #expect(
            try readSheet(book) == [
                SheetLine(1, ["酒精", "湘 G1"]), SheetLine(2, ["在<此>", "a b", "结果x", "#N/A"]),
            ]
        )
    }

    @Test("numbers as the shortest text that reads back; flags; what a formula came to")
    func numbers() throws {
        let written = [
            "80", "0.1", "0.30000000000000004", "0.10000000000000001", "1E3", "1.5E-5", "-0.5", "-0",
            "123456789012345678",
            "1.0", "007", "1E+300", "2.50", "43080019900101",
        ]
        let cells = written.map { "<c><f>1</f><v>\($0)</v></c>" }.joined()
        let book = XLSXBytes(
            "<row r=\"1\">\(cells)<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"n\"><v>7</v></c></row>"
        )
        #expect(
            try readSheet(book).first?.cells == [
                "80", "0.1", "0.30000000000000004", "0.1", "1000", "0.000015", "-0.5", "0", "123456789012345680", "1",
                "7",
                "1e+300", "2.5", "43080019900101", "true", "false", "7",
            ]
        )
    }

    @Test("a formula whose result was never stored is no empty cell; one that came to nothing is")
    func formulas() throws {
        let book = XLSXBytes(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>60+3</f></c></row>
            <row r="2"><c r="A2"><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>
            """
        )
        #expect(try readSheet(book) == [SheetLine(1, [], reason: "shape"), SheetLine(2, ["2"])])
    }

    @Test("rows and cells at the places they name, or behind one another; what is empty is left out")
    func places() throws {
        let book = XLSXBytes(
            """
            <row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="F3"/><c r="G3" t="s"/></row><row r="4"/>
            <row><c r="A5"><v>3</v></c></row><row r="9"><c r="AB9"><v>4</v></c></row>
            """
        )
        let rows = try readSheet(book)
        #expect(rows.map(\.number) == [3, 5, 9])
        #expect(rows[0].cells == ["", "1", "2"])
        #expect(rows[2].cells == Array(repeating: "", count: 27) + ["4"])
    }

    @Test("cells out of their order stand in it afterwards")
    func disorder() throws {
        let book = XLSXBytes("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>")
        #expect(try readSheet(book) == [SheetLine(1, ["1", "2", "3"])])
    }

    @Test("the strict form of the standard, absolute targets, prefixes")
    func strict() throws {
        var book = XLSXBytes("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
        book.shared = "<si><t>x</t></si>"
        book.isStrict = true
        #expect(try readSheet(book) == [SheetLine(1, ["x"])])
        book.sheets = [
            ("a", ""),
            (
                "b",
                "<?xml version='1.0'?><x:worksheet xmlns:x='urn:y'><x:sheetData><x:row r='2'><x:c r='A2'><x:v>5</x:v></x:c></x:row>"
                    + "</x:sheetData></x:worksheet>"
            ),
        ]
        #expect(try readSheet(book) == [SheetLine(2, ["5"])])
    }

    @Test("merged cells hold what the first holds where that is asked for")
    func merged() throws {
        var book = XLSXBytes(
            """
            <row r="1"><c r="A1" t="str"><v>标题</v></c><c r="B1"/></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>
            <row r="3"><c r="B3"><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c></row><row r="6"><c r="B6"><v>5</v></c></row>
            """
        )
        book.behindRows = """
            <mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="A1:C1"/><mergeCell ref="nonsense"/><mergeCell ref="B9:A1"/>
            <mergeCell ref="XFD1:XFD99"/></mergeCells>
            """
        #expect(
            try readSheet(book, merged: .fill) == [
                SheetLine(1, ["标题", "标题", "标题"]), SheetLine(2, ["1", "2"]), SheetLine(3, ["1", "3"]),
                SheetLine(5, ["1", "4"]), SheetLine(6, ["", "5"]),
            ]
        )
        #expect(try readSheet(book).map(\.cells) == [["标题"], ["1", "2"], ["", "3"], ["", "4"], ["", "5"]])
    }

    @Test("the only sheet that holds anything, or the one that is named; hidden ones by name only")
    func choice() throws {
        let row = "<row r='1'><c r='A1'><v>1</v></c></row>"
        var book = XLSXBytes("", name: "空")
        book.sheets += [("数据", row), ("Sheet3", "<row r='1'/>"), ("隐藏", row)]
        book.hidden = ["隐藏"]
        let one = [[SheetLine(1, ["1"])]]
        #expect(try readSheets(book.file) == one)
        #expect(try readSheets(book.file, .number(2)) == one)
        #expect(try readSheets(book.file, .named("隐藏")) == one)
        #expect(try readSheets(book.file, .fitting(["*"])) == [[], one[0], []])
        for choice in [WorkbookShape.Sheets.number(4), .named("x"), .fitting(["隐*"])] {
            #expect(
                #expect(throws: UnreadableDelivery.self) { try readSheets(book.file, choice) }?.cause == .missingMember
            )
        }
        book.hidden = []
        let several = #expect(throws: UnreadableDelivery.self) { try readSheets(book.file) }
        #expect(several?.explanation.hasSuffix("数据, 隐藏") == true)
    }

    @Test("a row that refers to no text, has too many columns or too long a cell, is refused, and the next one read")
    func refused() throws {
        let long = String(repeating: "长", count: 30_000)
        var book = XLSXBytes(
            """
            <row r="1"><c t="s"><v>9</v></c></row><row r="2"><c r="ZZ2"><v>1</v></c></row><row r="3"><c t="str"><v>\(long)</v></c></row>
            <row r="4"><c><v>1</v></c></row><row r="5"><c t="inlineStr"><is><t>\(long)\(long)\(long)\(long)\(long)\(long)\(long)\(long)\(long)\(long)\(long)\(long)</t></is></c></row>
            """
        )
        book.shared = "<si><t>x</t></si>"
        #expect(
            try readSheet(book) == [
                SheetLine(1, [], reason: "shape"), SheetLine(2, [], reason: "field_count"),
                SheetLine(3, [], reason: "too_long"),
                SheetLine(4, ["1"]), SheetLine(5, [], reason: "too_long"),
            ]
        )
    }

    @Test("what is no workbook, or a broken one, is refused")
    func broken() {
        let sound = XLSXBytes("<row r='1'><c r='A1'><v>1</v></c></row>")
        var cut = sound
        cut.sheets[0].xml = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
        let files: [([UInt8], UnreadableDelivery.Cause)] = [
            (cut.file, .syntax), (ZIPBytes([("a.csv", "x")]).file, .otherFormat), (Array("a,b\n".utf8), .otherFormat),
            ([], .empty),
            ([0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 1, count: 4000), .otherFormat),
            (ZIPBytes([("_rels/.rels", "<Relationships/>")]).file, .otherFormat),
        ]
        for (bytes, cause) in files {
            #expect(#expect(throws: UnreadableDelivery.self) { try readSheets(bytes) }?.cause == cause)
        }
    }
}
