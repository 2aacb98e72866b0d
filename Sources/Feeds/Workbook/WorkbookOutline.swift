/// What the main part of an XLSX workbook says: its sheets in their order, and its calendar.
final class WorkbookOutline: XMLEvents {
    private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
    private(set) var is1904 = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if depth == 2, name.is("workbookPr") {
            let value = attributes.text("date1904")
            is1904 = value == "1" || value == "true"
        }
        guard depth == 3, name.is("sheet"), sheets.count < 10_000, let title = attributes.text("name"),
            let id = attributes.text("id")
        else { return }
        let state = attributes.text("state") ?? "visible"
        sheets.append((title, id, state != "visible"))
    }
}
