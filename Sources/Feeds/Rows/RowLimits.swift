/// How much of a file one row may take, so that no file can make the reader hold more than a little memory.
///
/// These are limits of the machine, not of the law, and the same for every feed.
package struct RowLimits: Equatable, Sendable {
    /// Bytes of one cell as written, without its quotes.
    package var cell: Int
    /// Bytes of one row, without its line end.
    package var row: Int
    package var columns: Int

    package init(cell: Int, row: Int, columns: Int) {
        self.cell = max(1, cell)
        self.row = max(1, row)
        self.columns = max(1, columns)
    }

    /// 64 KiB a cell, 1 MiB a row, 512 columns.
    package static let standard = RowLimits(cell: 64 << 10, row: 1 << 20, columns: 512)

    /// The most bytes that must be seen at once: a row and its line end of two bytes.
    var lookAhead: Int { row + 2 }
    /// How much of a line too long to be held is kept to be shown.
    var keptHead: Int { min(cell, row) }
}
