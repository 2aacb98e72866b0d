import Settings
import TestSupport
import Testing

@testable import Feeds

@Suite("The cells of OpenDocument spreadsheets")
struct ODSTests {
    private func book(_ tables: String, styles: String = "", manifest: String = "<manifest/>") -> [UInt8] {
        let namespaces = ["office", "table", "text", "style", "draw"].map { "xmlns:\($0)=\"urn:\($0)\"" }.joined(
            separator: " "
        )
        let content =
            "<office:document-content \(namespaces)><office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
            + "<office:spreadsheet><table:tracked/>\(tables)</office:spreadsheet></office:body></office:document-content>"
        return ZIPBytes([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
            ("META-INF/manifest.xml", manifest),
        ]).file
    }

    private func table(_ rows: String, name: String = "表1", style: String = "ta1") -> String {
        "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\"><table:table-column/>\(rows)</table:table>"
    }

    private func text(_ value: String) -> String {
        "<table:table-cell office:value-type='string'><text:p>\(value)</text:p></table:table-cell>"
    }

    @Test("values of every type, as the file stores them")
    func values() throws {
        let rows = """
            <table:table-row><table:table-cell office:value-type="string"><text:p>甲 <text:span>乙</text:span><text:s text:c="2"/>丙</text:p>
            <text:p>第二行</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>
            <table:table-cell office:value-type="float" office:value="0.10000000000000001"><text:p>0.1</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2016-02-24"><text:p>105/02/24</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2016-02-24T07:05:00"><text:p>x</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT07H05M00S"><text:p>7:05</text:p></table:table-cell>
            <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
            <table:table-cell office:value-type="string" office:string-value=""><text:p>#N/A</text:p></table:table-cell></table:table-row>
            """
        #expect(
            try readSheets(book(table(rows))) == [
                [
                    SheetLine(
                        1,
                        [
                            "甲 乙  丙\n第二行", "0.1", "0.05", "2016-02-24", "2016-02-24 07:05:00", "07:05:00", "true",
                            "#N/A",
                        ]
                    )
                ]
            ]
        )
    }

    @Test("what is repeated, and what lies under other cells")
    func repeated() throws {
        let rows = """
            <table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"/>\(text("c"))\
            <table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/>\
            <table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table-header-rows>\
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>\
            <table:table-row table:number-rows-repeated="2">\(text("r"))</table:table-row>\
            <table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>m</text:p></table:table-cell>\
            \(text("1"))</table:table-row><table:table-row><table:covered-table-cell/>\(text("2"))</table:table-row>\
            <table:table-row table:number-rows-repeated="1048565"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """
        let first = [
            SheetLine(1, ["", "", "c", "1", "1", "1"]), SheetLine(5, ["r"]), SheetLine(6, ["r"]),
            SheetLine(7, ["m", "1"]),
        ]
        #expect(try readSheets(book(table(rows))) == [first + [SheetLine(8, ["", "2"])]])
        #expect(try readSheets(book(table(rows)), merged: .fill) == [first + [SheetLine(8, ["m", "2"])]])
    }

    @Test("hidden sheets are chosen by name only")
    func hidden() throws {
        let row = "<table:table-row>\(text("1"))</table:table-row>"
        let styles = """
            <style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
            """
        let file = book(table(row) + table(row, name: "隐藏", style: "ta2"), styles: styles)
        #expect(try readSheets(file) == [[SheetLine(1, ["1"])]])
        #expect(try readSheets(file, .named("隐藏")).count == 1)
        #expect(throws: UnreadableDelivery.self) { try readSheets(file, .number(2)) }
    }

    @Test("a file with a password, a text document and repeats without end are refused")
    func refused() throws {
        let encrypted = book(
            "",
            manifest: "<m:manifest xmlns:m='urn:m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        )
        #expect(
            #expect(throws: UnreadableDelivery.self) { try readSheets(encrypted) }?.explanation.contains("password")
                == true
        )
        let document = ZIPBytes([("content.xml", "<document><body><text/></body></document>")]).file
        #expect(#expect(throws: UnreadableDelivery.self) { try readSheets(document) }?.cause == .otherFormat)
        let endless = book(
            table("<table:table-row table:number-rows-repeated='1000000000'>\(text("r"))</table:table-row>")
        )
        #expect(#expect(throws: UnreadableDelivery.self) { try readSheets(endless) }?.cause == .syntax)
        let wide = table(
            "<table:table-row><table:table-cell office:value-type='float' office:value='1' table:number-columns-repeated='1000000000'/></table:table-row>"
        )
        #expect(try readSheets(book(wide)) == [[SheetLine(1, [], reason: "field_count")]])
    }
}
