import Feeds
import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("A row is found again, however its file is packed")
struct RowFetchTests {
    private let folder = OwnFolder()

    private static let csv = "device,no,at\nA,1,2026-01-02 08:00:00\nA,x,2026-01-02 08:00:00\nA,2,2026-01-02 08:00:00\n"
    private static let records =
        "<r><row><device>A</device><no>1</no><at>2026-01-02 08:00:00</at></row>"
        + "<row><device>甲</device><no>x</no><at>2026-01-02 08:00:00</at></row></r>"

    private static let sheet = XLSXBytes(
        csv.split(separator: "\n").enumerated().map { index, line in
            "<row r='\(index + 1)'>" + line.split(separator: ",").map { "<c t='str'><v>\($0)</v></c>" }.joined()
                + "</row>"
        }.joined(),
        name: "表一"
    )

    static let files: [(bytes: [UInt8], packing: Packing?, format: FileFormat, part: String?, row: String)] = {
        let csvFormat = FileFormat.csv(.plain())
        let xml = FileFormat.xml(XMLShape(rows: ["r", "row"]))
        let chinese = encoded("<?xml version='1.0' encoding='GBK'?>\n" + records, to: "GBK")
        let workbook = FileFormat.workbook(WorkbookShape(layout: TableLayout(heading: .row(1))))
        let second = "A,x,2026-01-02 08:00:00\n"
        let element = "<row><device>甲</device><no>x</no><at>2026-01-02 08:00:00</at></row>"
        let cells = "A\tx\t2026-01-02 08:00:00"
        let all = Packing.zip(members: ["*"])
        return [
            (Array(csv.utf8), nil, csvFormat, nil, second),
            (Deflate.gzip(Array(csv.utf8)), .gzip, csvFormat, nil, second),
            (ZIPBytes([("a.csv", csv)]).file, all, csvFormat, "a.csv", second), (chinese, nil, xml, nil, element),
            (ZIPBytes([.init("甲.xml", chinese)]).file, all, xml, "甲.xml", element),
            (sheet.file, nil, workbook, "表一", cells),
            (Deflate.gzip(sheet.file), .gzip, workbook, "表一", cells),
            (ZIPBytes([.init("in/b.xlsx", sheet.file)]).file, all, workbook, "in/b.xlsx!表一", cells),
        ]
    }()

    @Test("the bytes shown with a rejection are those fetched later", arguments: files.indices)
    func found(index: Int) throws {
        let (bytes, packing, format, part, row) = Self.files[index]
        var feed = FeedDefinition.example(
            columns: ["device": "device", "record_no": "no", "tested_at": "at"].map {
                ColumnMapping(field: $0, columns: [$1])
            }
        )
        (feed.packing, feed.format) = (packing, format)
        let path = folder.path("a")
        try Data(bytes).write(to: URL(filePath: path))
        let archive = try Archive(directory: folder.path("archive"))
        let file = try archive.take(path)
        var named: String?
        var found: [String] = []
        let tally = try DeliveryReader(feed: feed, law: .example, receivedAt: .received).read(
            file,
            part: { if case .begins(let begun) = $0 { named = begun.name } },
            each: { draft in
                let row = try archive.rawRow(
                    sha256: file.sha256,
                    part: named,
                    offset: draft.byteOffset,
                    length: draft.byteLength
                )
                #expect(String(decoding: row, as: UTF8.self).contains("2026-01-02 08:00:00"))
            },
            rejected: { rejection, raw in
                let row = try archive.rawRow(
                    sha256: file.sha256,
                    part: named,
                    offset: rejection.byteOffset,
                    length: rejection.byteLength
                )
                #expect(row == raw.indices.map { raw[$0] })
                found.append(String(decoding: row, as: UTF8.self))
            }
        )
        #expect(tally.rejected == 1)
        #expect(named == part)
        #expect(found == [row])
        #expect(throws: ArchiveFault.self) {
            try archive.rawRow(sha256: file.sha256, part: "other", offset: .max, length: 9)
        }
    }
}
