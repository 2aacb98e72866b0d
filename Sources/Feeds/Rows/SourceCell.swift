/// One cell of a row: where its content stands, without its quotes, counted in bytes from the start of the row.
package struct SourceCell: Equatable, Sendable {
    package let start: UInt32
    package let end: UInt32
    /// Quotes inside stand doubled and must be read as one each.
    package let hasDoubledQuotes: Bool

    static let none = SourceCell(start: 0, end: 0, hasDoubledQuotes: false)

    init(start: UInt32, end: UInt32, hasDoubledQuotes: Bool) {
        self.start = start
        self.end = end
        self.hasDoubledQuotes = hasDoubledQuotes
    }

    /// The content's bytes within the row.
    package var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
