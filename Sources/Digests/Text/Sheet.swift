import Model

/// Lines of plain text under way, none wider than the sheet.
///
/// Everything written passes through here and is cleaned here, so nothing a source wrote can move a terminal's cursor.
struct Sheet {
    private(set) var lines: [String] = []
    let width: Int

    init(width: Int) { self.width = width }

    mutating func blank() {
        lines.append("")
    }

    /// A line drawn across the sheet.
    mutating func rule(_ stroke: Character) {
        lines.append(String(repeating: stroke, count: width))
    }

    /// A paragraph, its later lines set `hanging` columns further in than the first.
    mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
        let breaking = LineBreaking(first: width - indent, rest: width - indent - hanging)
        for (number, line) in breaking.lines(of: text.inOneLine).enumerated() {
            append(line, indent: number == 0 ? indent : indent + hanging)
        }
    }

    /// A paragraph beside its label, all of it to the right of the label's column.
    mutating func labelled(_ label: String, _ text: String, indent: Int, column: Int) {
        let room = width - indent - column
        for (number, line) in LineBreaking(first: room, rest: room).lines(of: text.inOneLine).enumerated() {
            append((number == 0 ? label : "").padded(to: column) + line, indent: indent)
        }
    }

    /// Two texts at the two ends of a line, or below each other where the line is too short for both.
    mutating func ends(_ left: String, _ right: String) {
        let (left, right) = (left.inOneLine, right.inOneLine)
        let gap = width - left.columns - right.columns
        guard gap > 1 else {
            paragraph(left)
            paragraph(right)
            return
        }
        append(left + String(repeating: " ", count: gap) + right, indent: 0)
    }

    /// A row of a table: a wide first cell, broken into lines as need be, and cells aligned to the right on its first.
    mutating func row(_ first: String, width firstWidth: Int, _ cells: [String], widths: [Int], indent: Int) {
        let right = zip(cells, widths).map { $0.inOneLine.paddedLeft(to: $1) }.joined()
        let lines = LineBreaking(first: firstWidth, rest: firstWidth).lines(of: first.inOneLine)
        for (number, line) in lines.enumerated() {
            append(number == 0 ? line.padded(to: firstWidth) + right : line, indent: indent)
        }
    }

    private mutating func append(_ line: String, indent: Int) {
        var line = String(repeating: " ", count: indent) + line
        while line.last == " " { line.removeLast() }
        lines.append(line)
    }
}
