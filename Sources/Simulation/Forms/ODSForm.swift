/// An export as an OpenDocument spreadsheet: numbers, dates and times by their types, all else as text.
enum ODSForm {
    /// - Throws: `PackingFault`.
    static func file(_ table: ExportTable) throws(PackingFault) -> [UInt8] {
        try ExportPacking.zipped([
            ("mimetype", Array(mediaType.utf8)), ("content.xml", Array(content(table).utf8)),
            ("META-INF/manifest.xml", Array(manifest.utf8)),
        ])
    }

    private static func content(_ table: ExportTable) -> String {
        let heads = [table.title.map { [$0] }, table.header].compactMap(\.self).map { $0.map(ExportTable.Cell.value) }
        let rows = (heads + table.rows.map(table.cells)).map { cells in
            "<table:table-row>\(cells.map(cell).joined())</table:table-row>\n"
        }
        let namespaces = ["office", "table", "text"].map { "xmlns:\($0)=\"\(names):\($0):1.0\"" }
        return declaration + "<office:document-content \(namespaces.joined(separator: " ")) office:version=\"1.2\">"
            + "<office:body><office:spreadsheet><table:table table:name=\"导出\">\n\(rows.joined())"
            + "</table:table></office:spreadsheet></office:body></office:document-content>\n"
    }

    private static func cell(_ cell: ExportTable.Cell) -> String {
        switch cell {
        case .missing, .value(""): "<table:table-cell/>"
        case .spoilt: filled("string", "", "#VALUE!")
        case .value(let text):
            if text.isPlainNumber {
                filled("float", " office:value=\"\(text)\"", text)
            } else if let time = SpreadsheetTime(text) {
                filled(time.style == 3 ? "time" : "date", stored(text, time), text)
            } else {
                filled("string", "", text)
            }
        }
    }

    /// The attribute with a date or time as ISO 8601 has it.
    private static func stored(_ text: String, _ time: SpreadsheetTime) -> String {
        guard time.style == 3 else { return " office:date-value=\"\(text.replacing(" ", with: "T"))\"" }
        let parts = text.split(separator: ":")
        return " office:time-value=\"PT" + zip(parts, ["H", "M", "S"]).map { $0 + $1 }.joined() + "\""
    }

    private static func filled(_ type: String, _ stored: String, _ shown: String) -> String {
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            "<text:p>"
                + XMLForm.escaped(String(line)).replacing(" ", with: "<text:s/>")
                .replacing("\t", with: "<text:tab/>") + "</text:p>"
        }
        return "<table:table-cell office:value-type=\"\(type)\"\(stored)>\(lines.joined())</table:table-cell>"
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let names = "urn:oasis:names:tc:opendocument:xmlns"
    private static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    private static let manifest =
        declaration + "<manifest:manifest xmlns:manifest=\"\(names):manifest:1.0\" manifest:version=\"1.2\">"
        + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"\(mediaType)\"/>"
        + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
        + "</manifest:manifest>\n"
}
