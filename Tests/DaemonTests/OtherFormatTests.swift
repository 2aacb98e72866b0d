import Daemon
import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("A file of another format than its feed's is told for what it is, with the setting that fits")
struct OtherFormatTests {
    /// A file and what must be said of it.
    struct Given: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let words: [String]
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ words: String...) {
            (self.name, self.bytes, self.words) = (name, bytes, words)
        }

        init(_ name: String, _ text: String, _ words: String...) {
            (self.name, bytes, self.words) = (name, Array(text.utf8), words)
        }
    }

    private static let sheet = XLSXBytes("<row><c t='inlineStr'><is><t>device</t></is></c></row>").file
    private static let page = """
        \u{FEFF}\r
        <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>a</td></tr></table>
        """
    private static let excelXML = """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>
        """
    private static let table = "device,record_no\nJC01,1\n"
    private static let pretended = "only its ending may look like Excel: open it in Excel or WPS and save it as XLSX"

    private static let toCSV = [
        Given(
            "a.xlsx",
            sheet,
            "这不是 CSV，而是 XLSX 工作簿 / this is not CSV but an XLSX workbook",
            "workbook: { header_row: find }"
        ),
        Given("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Excel workbook (XLS)", "workbook: {"),
        Given("a.zip", ZIPBytes([("a.csv", table)]).file, "a ZIP archive", "packed: zip", "members: [\"*.csv\"]"),
        Given("a.gz", Deflate.gzip(Array(table.utf8)), "a GZIP archive", "add `packed: gzip`"),
        Given("a.pdf", "%PDF-1.7\n%\u{E2}\u{E3}", "not CSV but PDF", "have it exported as CSV or XLSX"),
        Given("a.html", page, "a web page (HTML)", pretended),
        Given("b.html", "<!DOCTYPE html>\n<title>登录</title>", "a web page (HTML)"),
        Given("a.xml", excelXML, "an Excel 2003 XML spreadsheet", pretended),
        Given(
            "b.xml",
            "<?xml version=\"1.0\"?><r><x>1</x></r>",
            "not CSV but XML",
            "`xml: { rows: … }` in place of `csv`"
        ),
        Given("a.json", "[{\"device\":\"JC01\"}]", "not CSV but JSON", "write `json: { layout: document }`"),
        Given("a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "a web archive (MHTML)", pretended),
    ]

    private static let toWorkbook = [
        Given("c.xlsx", table, "这不是 XLSX/ODS/XLS，而是纯文本", "`csv: { encoding: detect, header_row: find }` in place of"),
        Given("d.xls", page, "a web page (HTML)", pretended), Given("e.xls", excelXML, "Excel 2003 XML", pretended),
        Given("f.xlsx", ZIPBytes([("a.csv", table)]).file, "a ZIP archive", "members: [\"*.xlsx\"]"),
    ]

    private func fault(_ file: Given, _ format: FileFormat?) throws -> UnreadableDelivery? {
        let folder = try TemporaryFolder()
        let path = try folder.write(file.bytes, to: file.name).path
        var feed = FeedDefinition.plain(.breathTest, name: "tests", region: 430_800, folder: folder.path)
        feed.format = format ?? feed.format
        let trial = FeedTrial(feed: feed, law: try Repository.rules.get().law, most: 3, now: SmallWorld.asOf)
        return #expect(throws: UnreadableDelivery.self) { try trial.run(path) { _ in } }
    }

    @Test("to a feed of CSV", arguments: toCSV)
    func csv(_ file: Given) throws {
        let fault = try fault(file, nil)
        #expect(fault?.cause == .otherFormat)
        let told = fault?.description ?? "-"
        for words in file.words { #expect(told.contains(words), "\(told)") }
    }

    @Test("also where the character set is to be found out", arguments: toCSV)
    func undeclared(_ file: Given) throws {
        var dialect = CSVDialect(
            encoding: .utf8,
            delimiter: UInt8(ascii: ","),
            quote: UInt8(ascii: "\""),
            layout: TableLayout(heading: .found)
        )
        dialect.encodingBy = nil
        #expect(try fault(file, .csv(dialect))?.cause == .otherFormat)
    }

    @Test("to a feed of workbooks", arguments: toWorkbook)
    func workbook(_ file: Given) throws {
        let fault = try fault(file, .workbook(WorkbookShape(layout: TableLayout(heading: .found))))
        #expect(fault?.cause == .otherFormat)
        let told = fault?.description ?? "-"
        for words in file.words { #expect(told.contains(words), "\(told)") }
    }

    @Test("to a draft: what only looks like Excel is not drafted", arguments: toWorkbook[1...2] + toCSV[4...7])
    func drafted(_ file: Given) async throws {
        let place = try DraftedPlace()
        let run = try await place.draft(place.write(Data(file.bytes), to: file.name))
        #expect(run.code == 65, "\(run.output)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("这不是表格，而是"), "\(run.errors)")
    }

    @Test("to a draft: a text under the ending of a workbook is drafted as what it is, and that is said")
    func disguised() async throws {
        let place = try DraftedPlace()
        let text = "deviceid,recordnum,testdate,brac\nA1,1,2026-03-04 10:00:00,12\n"
        let run = try await place.draft(place.write(Data(text.utf8), to: "a.xlsx"), ["--unit", "mg/100mL"])
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("csv: {"), "\(run.output)")
        #expect(run.errors.contains("扩展名像工作簿，内容却是 CSV 文本"), "\(run.errors)")
    }
}
