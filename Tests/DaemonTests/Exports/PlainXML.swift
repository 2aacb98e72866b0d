/// An export as XML, with an element for each field that has a value, and some as CDATA.
struct PlainXML {
    let text: String

    init(_ export: Export) {
        let records = export.rows.map { row in
            let fields = row.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
                .map { "<\($0.key)>\(Self.content($0.value))</\($0.key)>" }
            return "<record>\(fields.joined(separator: "\n  "))</record>"
        }
        text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export><list>\n\(records.joined(separator: "\n"))\n</list></export>\n"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static func content(_ text: String) -> String {
        text.contains("<") && !text.contains("]]>") ? "<![CDATA[\(text)]]>" : escaped(text)
    }
}
