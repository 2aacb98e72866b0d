import Model
import Settings

extension DraftedHead {
    /// The section that says how the file is written.
    var format: [String] {
        switch sample.format {
        case .csv(let dialect): return DraftedLine.setting(csv(dialect))
        case .json(let shape):
            switch shape.layout {
            case .lines: return ["json: { layout: lines }"]
            case .document(let path):
                let rows = path.isEmpty ? "" : ", rows: \(YAMLText.quoted(path.joined(separator: ".")))"
                return DraftedLine.setting("json: { layout: document\(rows) }")
            }
        case .xml(let shape):
            return DraftedLine.setting("xml: { rows: \(YAMLText.quoted(shape.rows.joined(separator: "/"))) }")
        case .workbook(let shape): return workbook(shape)
        }
    }

    private func csv(_ dialect: CSVDialect) -> String {
        let delimiter = dialect.delimiter == 9 ? "tab" : "\"\(Unicode.Scalar(dialect.delimiter))\""
        let encoding = dialect.encoding.rawValue
        let shape = layout(dialect.layout) + (dialect.endsLastLine ? ", last_line: ended" : "")
        return "csv: { encoding: \(encoding), delimiter: \(delimiter), quote: '\"', \(shape) }"
    }

    private func workbook(_ shape: WorkbookShape) -> [String] {
        var sheet = ""
        if case .named(let name) = shape.sheets { sheet = "sheet: \(YAMLText.quoted(name)), " }
        let merged = shape.merged == .fill ? "merged: fill, " : ""
        let line = "workbook: { \(sheet)\(merged)\(layout(shape.layout)) }"
        guard !sheet.isEmpty else { return DraftedLine.setting(line) }
        let others = YAMLText.list(sample.otherParts)
        return setting(line, Remark("另有工作表 \(others)", "other sheets: \(others)"))
    }

    private func layout(_ layout: TableLayout) -> String {
        var texts: [String] = []
        switch layout.heading {
        case .absent(let names): texts += ["header_row: none", "names: \(YAMLText.list(names))"]
        case .found: texts.append("header_row: find")
        case .row(let number):
            // Titles above the names may be more or fewer next time.
            let isFound = number > 1 && layout.headingRows == 1 && !proposal.matches.isEmpty
            texts.append("header_row: \(isFound ? "find" : String(number))")
        }
        if layout.headingRows > 1 { texts.append("header_rows: \(layout.headingRows)") }
        if !layout.skippedRows.isEmpty {
            texts.append("skip_rows: [\(layout.skippedRows.map(YAMLText.quoted).joined(separator: ", "))]")
        }
        if let rule = layout.continuation {
            let (empty, fill) = (YAMLText.list(rule.whenEmpty), YAMLText.list(rule.fill))
            texts.append("continuation: { when_empty: \(empty), fill: \(fill) }")
        }
        return texts.joined(separator: ", ")
    }
}
