/// Where the rows of a feed's XML stand. Its character set is told by the document itself.
package struct XMLShape: Equatable, Sendable, Codable {
    /// The names of the elements that lead from the top to a row, the row's own one last.
    package var rows: [String]

    package init(rows: [String]) { self.rows = rows }
}
