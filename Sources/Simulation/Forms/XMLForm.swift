import FoundationEssentials

/// An export as XML, with an element for each field that has a value, and some as CDATA.
enum XMLForm {
    static func document(_ table: ExportTable) -> String {
        let names = table.names
        let records = table.rows.map { row in
            let fields = zip(names, table.cells(of: row)).compactMap(element)
            return "<record>\(fields.joined(separator: "\n  "))</record>\n"
        }
        let next = table.next.map { "<next>\(escaped($0))</next>" } ?? ""
        return
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export><list>\n\(records.joined())</list>\(next)</export>\n"
    }

    private static func element(_ name: String, _ cell: ExportTable.Cell) -> String? {
        switch cell {
        case .value(""), .missing: nil
        case .value(let text): "<\(name)>\(content(text))</\(name)>"
        case .spoilt(let text): "<\(name)><value>\(content(text))</value></\(name)>"
        }
    }

    /// A text as it stands between tags.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func content(_ text: String) -> String {
        text.contains("<") && !text.contains("]]>") ? "<![CDATA[\(text)]]>" : escaped(text)
    }
}
