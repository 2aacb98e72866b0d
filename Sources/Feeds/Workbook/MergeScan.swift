import Model

/// Finds the merged cells of a sheet of XLSX, which stand behind its rows.
final class MergeScan: XMLEvents {
    private(set) var ranges: [MergedCells.Range] = []

    /// More than a person merges.
    private static let most = 200_000

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard depth == 3, name.is("mergeCell"), let text = attributes.value("ref"), ranges.count < Self.most else {
            return
        }
        let ends = text.split(separator: UInt8(ascii: ":")).compactMap { CellReference($0) }
        guard ends.count == 2, ends[0].row >= 1, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else {
            return
        }
        ranges.append(.init(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
    }
}
