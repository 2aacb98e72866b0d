import Model

extension DigestText {
    /// Columns the names of the checks are given beside their counts.
    private static let nameWidth = 38

    static func write(_ examined: LetterExamined, on sheet: inout Sheet) {
        sheet.blank()
        sheet.blank()
        sheet.paragraph(examined.heading)
        sheet.rule("-")
        guard !examined.rows.isEmpty else {
            sheet.paragraph(examined.none, indent: 2)
            return
        }
        let headings = Array(examined.columns.dropFirst())
        let widths = columnWidths(of: examined, headings)
        let fits = 2 + nameWidth + widths.reduce(0, +) <= sheet.width
        if fits {
            sheet.row(examined.columns.first ?? "", width: nameWidth, headings, widths: widths, indent: 2)
        }
        for row in examined.rows {
            switch row.outcome {
            case .counts(let counts) where fits:
                sheet.row(row.title, width: nameWidth, counts, widths: widths, indent: 2)
            case .counts(let counts):
                sheet.paragraph(row.title, indent: 2, hanging: 2)
                sheet.paragraph(zip(headings, counts).map { "\($0) \($1)" }.joined(separator: "  "), indent: 4)
            case .notRunnable(let reason):
                sheet.paragraph(row.title, indent: 2, hanging: 2)
                sheet.paragraph("* \(reason)", indent: 4, hanging: 2)
            }
            sheet.paragraph([row.titleBeside, "[\(row.id)]"].compactMap { $0 }.joined(separator: " "), indent: 4)
        }
    }

    private static func columnWidths(of examined: LetterExamined, _ headings: [String]) -> [Int] {
        var widths = headings.map { $0.columns + 2 }
        for row in examined.rows {
            guard case .counts(let counts) = row.outcome else { continue }
            widths = zip(widths, counts).map { max($0, $1.columns + 2) }
        }
        return widths
    }

    static func write(_ feeds: LetterFeeds, on sheet: inout Sheet) {
        sheet.blank()
        sheet.blank()
        sheet.paragraph(feeds.heading)
        sheet.rule("-")
        guard !feeds.rows.isEmpty else {
            sheet.paragraph(feeds.none, indent: 2)
            return
        }
        let labels = Array(feeds.columns.dropFirst())
        let column = labels.reduce(0) { max($0, $1.columns) } + 2
        for (number, row) in feeds.rows.enumerated() {
            if number > 0 { sheet.blank() }
            sheet.paragraph("\(row.name)  \(row.kind)", indent: 2, hanging: 2)
            let account = [row.account.equation, row.account.discrepancy.map { "** \($0) **" }].compactMap { $0 }
            let values = [
                row.deliveries, row.unreadable, account.joined(separator: "  "), row.completeUntil, row.lastDelivery,
            ]
            for (label, value) in zip(labels, values) { sheet.labelled(label, value, indent: 4, column: column) }
            for warning in row.warnings { sheet.paragraph("** \(warning) **", indent: 4, hanging: 3) }
        }
    }
}
