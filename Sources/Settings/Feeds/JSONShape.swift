/// Where the rows of a feed's JSON stand. JSON is UTF-8 always.
package struct JSONShape: Equatable, Sendable, Codable {
    package var layout: Layout

    package enum Layout: Equatable, Sendable, Codable {
        /// One document: the names that lead from its top to the array of rows. Empty where the document is that array.
        case document(path: [String])
        /// One object on each line.
        case lines
    }

    package init(layout: Layout) { self.layout = layout }
}
