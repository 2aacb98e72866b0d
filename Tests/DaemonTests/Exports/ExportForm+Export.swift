import Model
import Settings
import Simulation

extension ExportForm {
    /// How a feed is told of it.
    var format: FileFormat {
        switch self {
        case .csv: Self.csv(.utf8)
        case .csvGB18030: Self.csv(.gb18030)
        case .csvUTF16: Self.csv(.utf16)
        case .tsv: Self.csv(.utf8, delimiter: "\t")
        case .json: .json(JSONShape(layout: .document(path: ["data", "list"])))
        case .jsonLines: .json(JSONShape(layout: .lines))
        case .xml: .xml(XMLShape(rows: ["export", "list", "record"]))
        case .xlsx, .ods: .workbook(WorkbookShape(layout: TableLayout(heading: .row(1))))
        }
    }

    func bytes(of export: Export) throws -> [UInt8] {
        let fields = export.kind.schema.fields.map(\.name)
        return try bytes(of: ExportTable(header: fields, rows: export.rows.map { row in fields.map { row[$0] ?? "" } }))
    }

    private static func csv(_ encoding: TextEncoding, delimiter: Unicode.Scalar = ",") -> FileFormat {
        .csv(
            CSVDialect(
                encoding: encoding,
                delimiter: UInt8(ascii: delimiter),
                quote: UInt8(ascii: "\""),
                layout: TableLayout(heading: .row(1))
            )
        )
    }
}
