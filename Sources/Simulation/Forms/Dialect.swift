import Foundation

/// How one vendor writes CSV.
package struct Dialect: Sendable {
    var characters = Characters.utf8
    var hasByteOrderMark = false
    var delimiter = ","
    var lineEnd = "\n"

    /// Character sets of exports.
    enum Characters: String, Sendable {
        case utf8 = "utf-8"
        case gb18030
        /// Lower bytes first, with a mark that says so.
        case utf16 = "utf-16"
    }

    func file(_ table: ExportTable) -> [UInt8] {
        var bytes = encoded(hasByteOrderMark ? "\u{FEFF}" : "")
        if let title = table.title { bytes += encoded(title + lineEnd) }
        bytes += encoded(line(table.header) + lineEnd)
        for row in table.rows {
            let fields = row.damage.map { damaged(row.fields, $0, table.columns) } ?? row.fields
            bytes += encoded(line(fields, quoting: row.damage != .strayQuote) + lineEnd)
        }
        return bytes
    }

    private func line(_ fields: [String], quoting: Bool = true) -> String {
        fields.map { quoting ? quoted($0) : $0 }.joined(separator: delimiter)
    }

    private func quoted(_ field: String) -> String {
        // By scalars, for a line feed alone is no part of the character CR LF.
        guard
            field.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\n" || $0 == "\r" })
                || field.contains(delimiter)
        else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    private func damaged(_ fields: [String], _ damage: Damage, _ columns: ExportTable.Columns) -> [String] {
        var fields = fields
        switch damage {
        case .badTime: fields[columns.time] = Damage.time
        case .impossibleValue: fields[columns.value] = Damage.value
        case .missingColumn: fields.removeLast(2)
        case .strayQuote: fields[columns.text] = "湘G\"A5"
        case .undecodable: fields[columns.text] = Damage.undecodableText
        }
        return fields
    }

    /// U+FFFD stands for a byte the character set does not know; UTF-16 has none.
    private func encoded(_ text: String) -> [UInt8] {
        guard characters != .utf16 else {
            return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        }
        let pieces = text.split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
        return Array(pieces.map { encodable(String($0)) }.joined(separator: [0xFF]))
    }

    /// Every text is in GB 18030, which covers Unicode.
    private func encodable(_ text: String) -> [UInt8] {
        guard characters == .gb18030 else { return Array(text.utf8) }
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        return text.data(using: gb18030).map { Array($0) } ?? []
    }
}
