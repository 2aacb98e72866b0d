/// One way to write an export.
package enum ExportForm: String, Sendable, CaseIterable {
    /// As the vendor has always written it: each its own character set, delimiter and line ends.
    case csv
    case csvGB18030 = "csv-gb18030"
    case csvUTF16 = "csv-utf16"
    case tsv
    case json
    case jsonLines = "jsonl"
    case xml
    case xlsx
    case ods

    /// What the names of its files end with.
    package var ending: String {
        switch self {
        case .csv, .csvGB18030, .csvUTF16: "csv"
        case .tsv, .json, .jsonLines, .xml, .xlsx, .ods: rawValue
        }
    }

    /// - Parameter table: what the export tells.
    /// - Returns: the file.
    /// - Throws: `PackingFault` where a workbook cannot be put together.
    package func bytes(of table: ExportTable) throws(PackingFault) -> [UInt8] {
        try bytes(of: table, vendor: Dialect())
    }

    func bytes(of table: ExportTable, vendor: Dialect) throws(PackingFault) -> [UInt8] {
        switch self {
        case .csv, .csvGB18030, .csvUTF16, .tsv: dialect(vendor).file(table)
        case .json: Array(JSONForm.document(table).utf8)
        case .jsonLines: Array(JSONForm.lines(table).utf8)
        case .xml: Array(XMLForm.document(table).utf8)
        case .xlsx: try WorkbookForm.file(table)
        case .ods: try ODSForm.file(table)
        }
    }

    /// How a feed is told of it.
    ///
    /// - Parameters:
    ///   - headerRow: the line with the names of the columns.
    ///   - vendor: how the vendor writes CSV of its own accord.
    /// - Returns: a line of its file.
    func setting(headerRow: Int, vendor: Dialect) -> String {
        switch self {
        case .csv, .csvGB18030, .csvUTF16, .tsv:
            let dialect = dialect(vendor)
            let delimiter = dialect.delimiter == "\t" ? "tab" : "\"\(dialect.delimiter)\""
            return "csv: { encoding: \(dialect.characters.rawValue), delimiter: \(delimiter), quote: '\"', "
                + "header_row: \(headerRow) }"
        case .json: return "json: { layout: document, rows: data.list }"
        case .jsonLines: return "json: { layout: lines }"
        case .xml: return "xml: { rows: export/list/record }"
        case .xlsx, .ods: return "workbook: { header_row: \(headerRow) }"
        }
    }

    /// Whether rows name their values one by one.
    var namesValues: Bool {
        switch self {
        case .csv, .csvGB18030, .csvUTF16, .tsv, .xlsx, .ods: false
        case .json, .jsonLines, .xml: true
        }
    }

    private func dialect(_ vendor: Dialect) -> Dialect {
        switch self {
        case .csvGB18030: Dialect(characters: .gb18030, lineEnd: "\r\n")
        case .csvUTF16: Dialect(characters: .utf16, hasByteOrderMark: true, lineEnd: "\r\n")
        case .tsv: Dialect(delimiter: "\t")
        default: vendor
        }
    }
}
