package import Model

/// Reads a file of some format row by row, in constant memory.
///
/// What is common to all formats ends with the cells' text; what the cells mean is the mapping's affair.
protocol RowReader: ~Copyable {
    /// The names the cells of every row stand in the order of.
    ///
    /// - Throws: `UnreadableDelivery` where the file cannot be read at all.
    mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader

    /// Goes on to the next row.
    ///
    /// - Throws: `UnreadableDelivery` where nothing more of the file can be believed.
    mutating func next() throws(UnreadableDelivery) -> RowStep

    /// Lends the last row or rejection: its bytes as they stand in the file (of a row too long to be held its head
    /// only), and for a row the text its cells point into, and the cells.
    func withRow<Result, Failure: Error>(
        _ body: (_ raw: Span<UInt8>, _ text: Span<UInt8>, _ cells: Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result

    /// Where the last row or rejection stands in the file.
    var place: RowPlace { get }
    /// The character set the format itself names; nil where the feed's word stands.
    var ownEncoding: String? { get }
    /// Rows passed over because they are no records: titles, sums, notes, headings of sections, blank rows.
    var skipped: Int64 { get }
    /// How many bytes of the file are behind the reader.
    var bytesDone: Int64 { get }
}

extension RowReader where Self: ~Copyable {
    var ownEncoding: String? { nil }
    var skipped: Int64 { 0 }
}

/// What a reader came upon.
package enum RowStep {
    /// A row of sound shape.
    case row
    /// A row of broken shape.
    case rejected(RowRejection)
    case end
}
