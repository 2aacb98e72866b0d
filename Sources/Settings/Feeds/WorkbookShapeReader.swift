/// Reads where a feed's workbooks have their rows.
struct WorkbookShapeReader {
    let root: Section

    func read() -> WorkbookShape? {
        defer { root.finish() }
        let sheets = readSheets()
        let merged = root.optional("merged").map { $0.choice(WorkbookShape.Merged.self) } ?? .first
        let layout = TableLayoutReader(root: root).read()
        guard let sheets, let merged, let layout else { return nil }
        return WorkbookShape(sheets: sheets, merged: merged, layout: layout)
    }

    private func readSheets() -> WorkbookShape.Sheets? {
        let one = root.optional("sheet")
        guard let several = root.optional("sheets") else {
            guard let one else { return .only }
            guard let word = one.word else { return nil }
            // A number in quotes is a name.
            if !one.isQuoted, let number = Int(word), (1...1000).contains(number) { return .number(number) }
            return .named(word)
        }
        guard one == nil else {
            several.refuse(
                "sheet 与 sheets 只能写一个 / both sheet and sheets are given",
                "删除其中一个 / remove one of the two"
            )
            return nil
        }
        return several.someTexts.map { .fitting($0) }
    }
}
