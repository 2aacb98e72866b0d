import Foundation

/// How one vendor writes CSV.
struct Dialect {
    var isGB18030 = false
    var hasByteOrderMark = false
    var delimiter = ","
    var lineEnd = "\n"
    /// A line above the header, as report programs print it.
    var preamble: String?

    /// Where the damaging of a row finds its columns.
    struct Columns {
        let time: Int
        let value: Int
        let text: Int
    }

    func file(header: [String], rows: [Row], columns: Columns, preamble time: String) -> Data {
        var bytes = Data(hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [])
        if let preamble { bytes += encoded(preamble + time + lineEnd) }
        bytes += encoded(line(header) + lineEnd)
        for row in rows {
            let fields = row.damage.map { damaged(row.fields, $0, columns) } ?? row.fields
            bytes += encoded(line(fields, quoting: row.damage != .strayQuote) + lineEnd)
        }
        return bytes
    }

    private func line(_ fields: [String], quoting: Bool = true) -> String {
        fields.map { quoting ? quoted($0) : $0 }.joined(separator: delimiter)
    }

    private func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "\"" || $0.isNewline }) || field.contains(delimiter) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    private func damaged(_ fields: [String], _ damage: Damage, _ columns: Columns) -> [String] {
        var fields = fields
        switch damage {
        case .badTime: fields[columns.time] = "2025-13-45 27:61:00"
        case .impossibleValue: fields[columns.value] = "888.8"
        case .missingColumn: fields.removeLast(2)
        case .strayQuote: fields[columns.text] = "湘G\"A5"
        // Stands for a byte no encoding knows; put in by `encoded`.
        case .undecodable: fields[columns.text] = "\u{FFFD}路口"
        }
        return fields
    }

    private func encoded(_ text: String) -> Data {
        let pieces = text.split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
        return Data(pieces.map { encodable(String($0)) }.joined(separator: [0xFF]))
    }

    /// Every text of the simulation is in GB 18030, which covers Unicode.
    private func encodable(_ text: String) -> Data {
        guard isGB18030 else { return Data(text.utf8) }
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        return text.data(using: gb18030) ?? Data()
    }
}

/// One line of an export.
struct Row {
    let fields: [String]
    var damage: Damage?
}
