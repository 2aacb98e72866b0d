/// The sheets of an OpenDocument spreadsheet, in their order.
final class ODSOutline: XMLEvents {
    private(set) var sheets: [Sheet] = []
    private(set) var isSpreadsheet = false
    /// The styles of sheets that are not shown.
    private var hiding: Set<String> = []
    private var style = ""

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch depth {
        case 3:
            if name.is("spreadsheet") { isSpreadsheet = true }
            if name.is("style") { style = attributes.text("name") ?? "" }
        case 4:
            if name.is("table-properties"), attributes.text("display") == "false", hiding.count < 10_000 {
                hiding.insert(style)
            }
            guard isSpreadsheet, name.is("table"), sheets.count < 10_000 else { return }
            let isHidden = attributes.text("style-name").map(hiding.contains) ?? false
            sheets.append(Sheet(name: attributes.text("name") ?? "", isHidden: isHidden, index: sheets.count))
        default: return
        }
    }
}
