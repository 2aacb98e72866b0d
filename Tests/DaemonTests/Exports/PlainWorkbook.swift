import Model
import TestSupport

/// An export as XLSX: texts in place, numbers as numbers, times as serials that a format shows.
struct PlainWorkbook {
    let bytes: [UInt8]

    init(_ export: Export) {
        let fields = export.kind.schema.fields
        let head = fields.map { Self.text($0.name) }.joined()
        let rows = export.rows.map { row in fields.map { Self.cell(row[$0.name] ?? "", $0.type) }.joined() }
        var book = XLSXBytes(([head] + rows).map { "<row>\($0)</row>" }.joined())
        book.formats = ["yyyy-mm-dd hh:mm:ss"]
        book.styles = [0, 164]
        bytes = book.file
    }

    private static func cell(_ value: String, _ type: FieldType) -> String {
        if value.isEmpty { return "<c/>" }
        if value.isPlainNumber { return "<c><v>\(value)</v></c>" }
        if type == .instant, let serial = serial(value) { return "<c s=\"1\"><v>\(serial)</v></c>" }
        return text(value)
    }

    private static func text(_ value: String) -> String {
        "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(PlainXML.escaped(value))</t></is></c>"
    }

    /// Days since 30 December 1899, by the clocks the text was written by.
    private static func serial(_ value: String) -> Double? {
        guard let instant = (try? TimeFormat("yyyy-MM-dd HH:mm:ss"))?.parse(Array(value.utf8).span, zone: .china) else {
            return nil
        }
        return Double(instant.microseconds / 1_000_000 + 8 * 3600) / 86_400 + 25_569
    }
}
