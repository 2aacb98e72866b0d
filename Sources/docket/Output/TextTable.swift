import Model

/// A table of text that lines up on a terminal, where Chinese characters take two places.
///
/// What a terminal obeys unseen is written out: the cells come from files of other people.
struct TextTable {
    private let rows: [[String]]
    /// Columns that name things: they are never cut.
    private let uncut: Set<Int>

    /// Where the room is limited no cell is shown wider than this.
    private static let widestCell = 40
    private static let gap = 2

    init(_ rows: [[String]], uncut: Set<Int> = []) {
        self.rows = rows.map { $0.map(\.inOneLine) }
        self.uncut = uncut
    }

    /// The rows as lines, columns parted by two blanks.
    ///
    /// - Parameter width: columns of the terminal; nil where it is none. Of a table too wide for it the columns that do
    ///   not fit follow beneath, behind the first column once more, and long cells are cut.
    /// - Returns: the lines, with an empty one between two parts of the table.
    func lines(within width: Int? = nil) -> [String] {
        guard let width else { return lines(of: rows) }
        let most = max(4, min(Self.widestCell, width / 2 - Self.gap))
        let shown = rows.map { row in
            row.enumerated().map { uncut.contains($0.offset) ? $0.element : Self.cut($0.element, to: most) }
        }
        let tables = parts(Self.widths(of: shown), within: width).map { columns in
            lines(of: shown.map { row in columns.map { $0 < row.count ? row[$0] : "" } })
        }
        return Array(tables.joined(separator: [""]))
    }

    /// Which columns stand beside one another: always the first, and as many others as fit.
    private func parts(_ widths: [Int], within width: Int) -> [[Int]] {
        guard let first = widths.first, widths.count > 1 else { return widths.isEmpty ? [] : [[0]] }
        var parts: [[Int]] = []
        var (part, used) = ([0], first)
        for column in widths.indices.dropFirst() {
            if part.count > 1, used + Self.gap + widths[column] > width {
                parts.append(part)
                (part, used) = ([0], first)
            }
            part.append(column)
            used += Self.gap + widths[column]
        }
        return parts + [part]
    }

    private func lines(of rows: [[String]]) -> [String] {
        let widths = Self.widths(of: rows)
        return rows.map { row in
            let line = zip(row, widths).map { $0.padded(to: $1) }.joined(
                separator: String(repeating: " ", count: Self.gap)
            )
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func widths(of rows: [[String]]) -> [Int] {
        var widths: [Int] = []
        for row in rows {
            for (column, text) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], text.columns)
            }
        }
        return widths
    }

    private static func cut(_ text: String, to most: Int) -> String {
        guard text.columns > most else { return text }
        var (shown, used) = ("", 0)
        for character in text {
            let taken = String(character).columns
            guard used + taken < most else { break }
            shown.append(character)
            used += taken
        }
        return shown + "…"
    }
}
