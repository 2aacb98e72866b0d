import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("The same rows in any format give the same records")
struct FormatTests {
    private let folder = OwnFolder()
    private static let names = ["device", "no", "at", "value"]
    private static let rows = (1...300).map { number in
        [
            "甲-\(number % 7)", "\(number)", "2026-01-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1) 08:05:09",
            number % 5 == 0 ? "" : "\(number % 200)",
        ]
    }

    private static var csv: String { ([names] + rows).map { $0.joined(separator: ",") + "\n" }.joined() }

    private static var json: String {
        rows.map { row in
            "{"
                + zip(names, row).map { "\"\($0)\":" + ($0 == "value" ? $1.isEmpty ? "null" : $1 : "\"\($1)\"") }
                .joined(separator: ",") + "}\n"
        }.joined()
    }

    private static var xml: String {
        "<r>"
            + rows.map {
                "<row no=\"\($0[1])\"><device>\($0[0])</device><at>\($0[2])</at><value>\($0[3])</value></row>"
            }.joined() + "</r>"
    }

    /// With times as numbers that a format shows.
    private static var xlsx: [UInt8] {
        var book = XLSXBytes(
            "<row r='2'>" + names.map { "<c t='str'><v>\($0)</v></c>" }.joined() + "</row>"
                + rows.enumerated().map { index, row in
                    let day = 46_022 + (Int(row[2].dropFirst(8).prefix(2)) ?? 0)
                    return "<row r='\(index + 3)'><c t='inlineStr'><is><t>\(row[0])</t></is></c><c><v>\(row[1])</v></c>"
                        + "<c s='1'><v>\(Double(day) + 29_109.0 / 86_400)</v></c><c><v>\(row[3])</v></c></row>"
                }.joined()
        )
        book.styles = [0, 22]
        return book.file
    }

    private func records(_ bytes: [UInt8], _ format: FileFormat, _ packing: Packing? = nil) throws -> [MappedRow] {
        let number = FileFormat.xml(XMLShape(rows: ["r", "row"])) == format ? "@no" : "no"
        var feed = FeedDefinition.example(
            columns: ["device": "device", "record_no": number, "tested_at": "at"].map {
                ColumnMapping(field: $0, columns: [$1])
            }
                + [ColumnMapping(field: "alcohol", columns: ["value"], unit: "mg/100mL")]
        )
        (feed.format, feed.packing) = (format, packing)
        let path = folder.path("a")
        try Data(bytes).write(to: URL(filePath: path))
        var records: [MappedRow] = []
        let tally = try DeliveryReader(feed: feed, law: .example, receivedAt: .received).read(
            try ArchivedFile(inPlace: path),
            each: { records.append(MappedRow($0, kind: .breathTest)) },
            rejected: { rejection, _ in Issue.record("\(rejection)") }
        )
        #expect(tally.read == 300)
        return records
    }

    @Test("CSV, JSON lines, XML, XLSX, each also packed")
    func same() throws {
        let expected = try records(Array(Self.csv.utf8), .csv(.plain()))
        let xml = FileFormat.xml(XMLShape(rows: ["r", "row"]))
        let workbook = FileFormat.workbook(WorkbookShape(layout: TableLayout(heading: .row(2))))
        #expect(try records(Array(Self.json.utf8), .json(JSONShape(layout: .lines))) == expected)
        #expect(try records(Array(Self.xml.utf8), xml) == expected)
        #expect(try records(Self.xlsx, workbook) == expected)
        #expect(try records(Deflate.gzip(Array(Self.csv.utf8)), .csv(.plain()), .gzip) == expected)
        #expect(try records(ZIPBytes([("a.xml", Self.xml)]).file, xml, .zip(members: ["*.xml"])) == expected)
        #expect(try records(ZIPBytes([.init("a.xlsx", Self.xlsx)]).file, workbook, .zip(members: ["*"])) == expected)
    }
}
