/// How the rows of a table stand in a file: where its names are, and which rows are no records.
package struct TableLayout: Equatable, Sendable, Codable {
    package var heading: Heading
    /// How many rows the names take, the groups first. Their texts are joined by a space.
    package var headingRows: Int
    /// Rows whose first text fits one of these patterns (`*` for any text) are no records: sums, notes, signatures.
    package var skippedRows: [String]
    /// The column under which the text of a row that has only its first cell is given to the rows behind it.
    package var sectionColumn: String?
    package var continuation: Continuation?

    /// Where the names of the columns come from.
    package enum Heading: Equatable, Sendable, Codable {
        /// The row that holds them, counted from 1; what stands before it is skipped.
        case row(Int)
        /// The first row that holds every mapped name.
        case found
        /// The file has none; its columns bear these names, in their order.
        case absent(names: [String])
    }

    /// Rows that go on with the record of the row before them.
    package struct Continuation: Equatable, Sendable, Codable {
        /// A row where all of these are empty goes on with the one before.
        package var whenEmpty: [String]
        /// Where they are empty in such a row, these take the value of the row before.
        package var fill: [String]

        package init(whenEmpty: [String], fill: [String]) {
            self.whenEmpty = whenEmpty
            self.fill = fill
        }
    }

    package init(
        heading: Heading,
        headingRows: Int = 1,
        skippedRows: [String] = [],
        sectionColumn: String? = nil,
        continuation: Continuation? = nil
    ) {
        self.heading = heading
        self.headingRows = headingRows
        self.skippedRows = skippedRows
        self.sectionColumn = sectionColumn
        self.continuation = continuation
    }
}
