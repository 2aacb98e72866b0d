import Model
import Settings

/// Reads all rows of a part and gathers what stands in its columns.
struct SampleRows {
    let forms: [TimeFormat]
    let cellText: CellText

    /// What was gathered of a part.
    struct Gathered {
        /// The line of the names.
        let line: Int64
        var columns: [ColumnSample] = []
        var rows: Int64 = 0
        var broken: Int64 = 0
        var lone: Int64 = 0
        var firstLoneLine: Int64?
        /// Rows of one and the same text throughout: what a merged note becomes where merged cells are filled.
        var uniform: Int64 = 0
        var keys = KeyWatch()
    }

    private static let fewestColumns = 4

    /// - Parameters:
    ///   - reader: of the part.
    ///   - key: the columns by which rows may be the same.
    /// - Returns: what was gathered.
    /// - Throws: `UnreadableDelivery`.
    func read<Reader: RowReader & ~Copyable>(
        _ reader: inout Reader,
        key: [String] = []
    ) throws(UnreadableDelivery) -> Gathered {
        let header = try reader.readHeader()
        var tallies = header.names.map { ColumnTally(name: $0, forms: forms) }
        var gathered = Gathered(line: header.line)
        var empty = EmptyTogether(columns: tallies.count)
        let keyPlaces = key.compactMap { header.names.firstIndex(of: $0) }
        while true {
            switch try reader.next() {
            case .end:
                gathered.columns = tallies.enumerated().map { index, tally in
                    var column = tally.finished()
                    column.emptyBeside = empty.beside(index)
                    return column
                }
                return gathered
            case .rejected: gathered.broken += 1
            case .row:
                gathered.rows += 1
                var values: [[UInt8]] = []
                reader.withRow { _, text, cells in
                    for index in cells.indices where index < tallies.count {
                        let value = cellText.read(cells[index], of: text)
                        tallies[index].take(value)
                        values.append(value)
                    }
                }
                empty.take(values)
                let filled = values.count { !$0.isEmpty }
                if !key.isEmpty { gathered.keys.take(values, key: keyPlaces, line: reader.place.line) }
                let isUniform = filled > 1 && filled == tallies.count && values.allSatisfy { $0 == values.first }
                gathered.uniform += isUniform ? 1 : 0
                guard filled == 1 || isUniform, tallies.count >= Self.fewestColumns else { continue }
                gathered.lone += 1
                gathered.firstLoneLine = gathered.firstLoneLine ?? reader.place.line
            }
        }
    }
}
