import Model
import Settings
import TestSupport

/// One way to write an export.
enum ExportForm: String, CaseIterable {
    case utf8, gb18030, utf16, document, lines, xml, workbook

    /// How a feed is told of it.
    var format: FileFormat {
        switch self {
        case .utf8: Self.csv(.utf8)
        case .gb18030: Self.csv(.gb18030)
        case .utf16: Self.csv(.utf16)
        case .document: .json(JSONShape(layout: .document(path: ["data", "list"])))
        case .lines: .json(JSONShape(layout: .lines))
        case .xml: .xml(XMLShape(rows: ["export", "list", "record"]))
        case .workbook: .workbook(WorkbookShape(layout: TableLayout(heading: .row(1))))
        }
    }

    var ending: String {
        switch self {
        case .utf8, .gb18030, .utf16: "csv"
        case .document, .lines: "json"
        case .xml: "xml"
        case .workbook: "xlsx"
        }
    }

    func bytes(of export: Export) -> [UInt8] {
        switch self {
        case .utf8: return Array(PlainTable(export.kind, export.rows).text.utf8)
        case .gb18030: return encoded(PlainTable(export.kind, export.rows).text, to: "GB18030")
        case .utf16: return [0xFF, 0xFE] + encoded(PlainTable(export.kind, export.rows).text, to: "UTF-16LE")
        case .document:
            let list = export.rows.map(PlainJSON.object).joined(separator: ",\n")
            return Array("{\"code\": 0, \"data\": {\"list\": [\(list)]}}".utf8)
        case .lines: return Array(export.rows.map { PlainJSON.object($0) + "\n" }.joined().utf8)
        case .xml: return Array(PlainXML(export).text.utf8)
        case .workbook: return PlainWorkbook(export).bytes
        }
    }

    private static func csv(_ encoding: TextEncoding) -> FileFormat {
        .csv(
            CSVDialect(
                encoding: encoding,
                delimiter: UInt8(ascii: ","),
                quote: UInt8(ascii: "\""),
                layout: TableLayout(heading: .row(1))
            )
        )
    }
}
