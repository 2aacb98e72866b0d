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
    }

    private static let fewestColumns = 4

    /// - Throws: `UnreadableDelivery`.
    func read<Reader: RowReader & ~Copyable>(_ reader: inout Reader) throws(UnreadableDelivery) -> Gathered {
        let header = try reader.readHeader()
        var tallies = header.names.map { ColumnTally(name: $0, forms: forms) }
        var gathered = Gathered(line: header.line)
        while true {
            switch try reader.next() {
            case .end:
                gathered.columns = tallies.map { $0.finished() }
                return gathered
            case .rejected: gathered.broken += 1
            case .row:
                gathered.rows += 1
                var filled = 0
                reader.withRow { _, text, cells in
                    for index in cells.indices where index < tallies.count {
                        let value = cellText.read(cells[index], of: text)
                        filled += value.isEmpty ? 0 : 1
                        tallies[index].take(value)
                    }
                }
                guard filled == 1, tallies.count >= Self.fewestColumns else { continue }
                gathered.lone += 1
                gathered.firstLoneLine = gathered.firstLoneLine ?? reader.place.line
            }
        }
    }
}
