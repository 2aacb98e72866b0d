package import Model

/// Reads the rows of a table as they stand, without knowing which of them holds the names: CSV, or a sheet of a workbook.
package protocol CellReader: ~Copyable {
    /// Whether rows may end before their last columns, which are then empty.
    static var hasOpenRows: Bool { get }

    /// Begins the part.
    ///
    /// - Throws: `UnreadableDelivery` where it is empty, or recognisably something else.
    mutating func begin() throws(UnreadableDelivery)

    /// Passes over what stands before a line, whatever it is.
    ///
    /// - Returns: false where the part ends before it.
    /// - Throws: `UnreadableDelivery` where what stands there is no text.
    mutating func skip(toLine line: Int64) throws(UnreadableDelivery) -> Bool

    /// Goes on to the next row that holds anything.
    ///
    /// - Throws: `UnreadableDelivery` where nothing more of the part can be believed.
    mutating func nextCells() throws(UnreadableDelivery) -> CellStep

    /// Gives the last row up for having the wrong number of cells.
    ///
    /// - Returns: why, and where it stands; `place` and the lent bytes are those of what was given up.
    /// - Throws: As `nextCells()`.
    mutating func refuse(found: Int, width: Int) throws(UnreadableDelivery) -> RowRejection

    /// Lends the last row or rejection: its bytes as they came, the text the cells point into, and the first `width`
    /// cells, empty ones where the row has fewer.
    func withCells<Result, Failure: Error>(
        _ width: Int,
        _ body: (_ raw: Span<UInt8>, _ text: Span<UInt8>, _ cells: Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result

    /// Where the last row or rejection stands.
    var place: RowPlace { get }
    /// The line the next row begins on, or after.
    var line: Int64 { get }
    var bytesDone: Int64 { get }
    /// Whether what was read last, or follows it closely, holds what no text does.
    mutating func looksBinary() -> Bool
}

/// What a reader of cells came upon.
package enum CellStep {
    /// A row of so many cells; `isText` is false where it holds a NUL, which no text does.
    case row(count: Int, isText: Bool)
    /// A row that cannot be split into cells.
    case rejected(RowRejection)
    case end
}
