import Model

/// The ranges of cells a sheet merges into one, and what their first cell holds, while the rows go by.
struct MergedCells {
    /// One range: rows counted from 1, columns from 0.
    struct Range {
        var rows: ClosedRange<Int64>
        var columns: ClosedRange<Int>
        fileprivate(set) var value: [UInt8] = []

        init(rows: ClosedRange<Int64>, columns: ClosedRange<Int>) {
            (self.rows, self.columns) = (rows, columns)
        }
    }

    /// Those that have not begun, the first one last.
    private var waiting: [Range]
    private var active: [Range] = []
    private let columns: Int

    /// - Parameters:
    ///   - ranges: in any order; what lies behind the last column is cut off.
    ///   - columns: how many a row may have.
    init(_ ranges: [Range] = [], columns: Int) {
        self.columns = columns
        waiting = ranges.filter { $0.columns.lowerBound < columns }
            .sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    }

    /// Adds a range that begins with the row under way.
    mutating func add(_ range: Range) {
        if range.columns.lowerBound < columns { waiting.append(range) }
    }

    /// Fills the empty cells of a row.
    ///
    /// - Throws: `UnreadableDelivery` where ranges lie over one another in numbers.
    mutating func fill(_ row: inout CellRow, at number: Int64) throws(UnreadableDelivery) {
        active.removeAll { $0.rows.upperBound < number }
        while let next = waiting.last, next.rows.lowerBound <= number {
            waiting.removeLast()
            guard next.rows.upperBound >= number else { continue }
            var range = next
            if next.rows.lowerBound == number { range.value = row.value(next.columns.lowerBound) }
            active.append(range)
        }
        // Ranges that are apart, as they must be, have a column each.
        guard active.count <= columns else { throw .mergedOverOneAnother(row: number) }
        for range in active where !range.value.isEmpty {
            for column in range.columns.lowerBound...min(range.columns.upperBound, columns - 1)
            where row.isBlank(column) { row.put(range.value.span, column) }
        }
        row.arrange()
    }
}
