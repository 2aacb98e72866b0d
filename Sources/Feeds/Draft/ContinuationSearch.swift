import Model
import Settings

/// Finds rows that go on with the row before them: the number of the record is empty in them, and other columns with it.
struct ContinuationSearch {
    let sample: TableSample

    /// - Parameter key: the column of the number, as the draft proposes it.
    /// - Returns: nil where a missing number is a missing number: nothing else is empty with it, or all is.
    func continuation(key: String) -> (rule: TableLayout.Continuation, rows: Int64)? {
        guard let index = sample.columns.firstIndex(where: { $0.name == key }) else { return nil }
        let number = sample.columns[index]
        let rows = emptyRows(index, number)
        guard rows > 0, number.filled > 0 else { return nil }
        let group = sample.columns.indices.filter { goesWith($0, number) }
        let isFilledElsewhere = sample.columns.indices.contains { emptyRows($0, number) == 0 }
        // One column besides the number must be empty in nearly all of these rows.
        let isGroup = group.contains { $0 != index && emptyRows($0, number) * 10 >= rows * 9 }
        guard isGroup, isFilledElsewhere else { return nil }
        let names = group.map { sample.columns[$0].name }
        return (TableLayout.Continuation(whenEmpty: [key], fill: names), sample.rows - number.filled)
    }

    /// In how many rows without a number the column is empty.
    private func emptyRows(_ column: Int, _ number: ColumnSample) -> Int64 {
        column < number.emptyBeside.count ? number.emptyBeside[column] : 0
    }

    /// Whether a column is empty in such rows, and hardly ever in others.
    private func goesWith(_ column: Int, _ number: ColumnSample) -> Bool {
        let together = emptyRows(column, number)
        let elsewhere = emptyRows(column, sample.columns[column]) - together
        return together > 0 && elsewhere * 20 <= number.filled
    }
}
