import Model
import Settings

/// Reads all rows of a part and gathers what stands in its columns.
struct SampleRows {
    let forms: [TimeFormat]
    let cellText: CellText

    /// - Returns: the line of the names, the columns, and how many rows were sound and broken.
    /// - Throws: `UnreadableDelivery`.
    func read<Reader: RowReader & ~Copyable>(
        _ reader: inout Reader
    ) throws(UnreadableDelivery) -> (line: Int64, columns: [ColumnSample], rows: Int64, broken: Int64) {
        let header = try reader.readHeader()
        var tallies = header.names.map { ColumnTally(name: $0, forms: forms) }
        var (rows, broken): (Int64, Int64) = (0, 0)
        while true {
            switch try reader.next() {
            case .end: return (header.line, tallies.map { $0.finished() }, rows, broken)
            case .rejected: broken += 1
            case .row:
                rows += 1
                reader.withRow { _, text, cells in
                    for index in cells.indices where index < tallies.count {
                        tallies[index].take(cellText.read(cells[index], of: text))
                    }
                }
            }
        }
    }
}
