import Model

/// Reads the rows of a sheet as they stand, for a table to put names on.
struct SheetReader: CellReader, ~Copyable {
    static var hasOpenRows: Bool { true }

    private let rows: any SheetRows
    /// A row that was come upon and not handed on yet.
    private var isWaiting = false
    private var isEnded = false
    private(set) var place = RowPlace(line: 0, byteOffset: 0, byteLength: 0)

    init(_ rows: any SheetRows) { self.rows = rows }

    var bytesDone: Int64 { rows.bytesDone }
    var line: Int64 { (isWaiting ? rows.place.line : place.line + 1) }

    mutating func begin() throws(UnreadableDelivery) {
        guard try advance() else { throw .emptySheet }
    }

    mutating func skip(toLine line: Int64) throws(UnreadableDelivery) -> Bool {
        while try advance() {
            guard rows.place.line < line else { return true }
            isWaiting = false
        }
        return false
    }

    mutating func nextCells() throws(UnreadableDelivery) -> CellStep {
        guard try advance() else { return .end }
        isWaiting = false
        place = rows.place
        if let fault = rows.row.fault {
            return .rejected(place.rejection(fault.reason, column: fault.column, explanation: fault.explanation))
        }
        return .row(count: rows.row.count, isText: true)
    }

    mutating func refuse(found: Int, width: Int) -> RowRejection {
        place.rejection(
            .fieldCount,
            explanation: "有 \(found) 列，应有 \(width) 列 / \(found) cells where the header has \(width)"
        )
    }

    func withCells<Result, Failure: Error>(
        _ width: Int,
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (text, cells) = (rows.row.text, rows.row.cells)
        return try body(text.span, text.span, cells.span.extracting(first: min(width, cells.count)))
    }

    func looksBinary() -> Bool { false }

    /// Comes upon the next row, unless one is waiting.
    private mutating func advance() throws(UnreadableDelivery) -> Bool {
        if isWaiting { return true }
        if isEnded { return false }
        isWaiting = try rows.next()
        isEnded = !isWaiting
        return isWaiting
    }
}
