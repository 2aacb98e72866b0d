package import Model
package import Settings

/// Splits a CSV file into rows of cells, in constant memory.
///
/// Rows follow RFC 4180 in the feed's dialect; a line ends at `\n`, `\r\n` or a lone `\r`. Empty lines are skipped and
/// not counted. Every byte behind the header belongs to one row, one rejection or one empty line, and to no second one:
///
/// * A row of sound shape takes all its lines, also where a value inside it is refused later.
/// * A row of broken shape (quotes, number of fields, size) takes **its first physical line only**, and reading goes on
///   with the next line, so that an unclosed quote costs one row and not the rest of the file.
///
/// Reading stays linear whatever the file holds. If the row at line *i* runs across the whole of line *j*, then *j* has
/// an even number of quotes, for it begins and ends inside them; a row begun at *j* itself therefore closes its quotes
/// or breaks on *j*. So no line is run across from two starts, and each is scanned at most twice.
package struct CSVReader: ~Copyable, CellReader {
    package static let hasOpenRows = false

    var window: ByteWindow
    let scanner: RowScanner
    let dialect: CSVDialect
    let limits: RowLimits
    /// The physical line the next row begins on.
    package internal(set) var line: Int64 = 1
    private var slots: [SourceCell]

    /// Where the last row or rejection stands in the file.
    package private(set) var place = RowPlace(line: 1, byteOffset: 0, byteLength: 0)
    /// Where the last row or rejection stands in the window, line end included.
    private var row: Range<Int> = 0..<0

    /// - Parameters:
    ///   - source: the bytes of the part, from its start.
    ///   - dialect: how the file is written.
    ///   - limits: what is too long.
    ///   - bufferSize: how many bytes to read at once; any size gives the same rows.
    package init(
        reading source: any ByteSource,
        dialect: CSVDialect,
        limits: RowLimits = .standard,
        bufferSize: Int = 1 << 20
    ) {
        window = ByteWindow(reading: source, size: bufferSize, largest: limits.lookAhead)
        scanner = RowScanner(dialect, limits: limits)
        self.dialect = dialect
        self.limits = limits
        slots = Array(repeating: .none, count: limits.columns)
    }

    /// Lends the bytes of the last row or rejection, and the cells of the last row. Of a line too long to be held, the
    /// bytes are its head only.
    @inline(__always)
    package func withCells<Result, Failure: Error>(
        _ width: Int,
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = window.bytes.span.extracting(row)
        return try body(bytes, bytes, slots.span.extracting(first: min(width, slots.count)))
    }

    /// How many bytes of the file are behind the reader.
    package var bytesDone: Int64 { window.offset }

    package mutating func nextCells() throws(UnreadableDelivery) -> CellStep {
        while true {
            switch scanRow() {
            case .needsMore:
                try window.fill()
            case .broken(let reason):
                return .rejected(try reject(reason))
            case .row(let count, let contentEnd, let end, let lines):
                let start = window.position
                if contentEnd == start {
                    guard end > start else { return .end }
                    advance(to: end, lines: lines)
                    continue
                }
                // Its last field may lack its end, and nothing but the missing line end would tell. Of a line of names
                // alone that shows: it names no other columns.
                if contentEnd == end, dialect.endsLastLine, line > 1 { return .rejected(try reject(.cutOff)) }
                let isText = !window.holdsNUL(start..<contentEnd)
                take(start..<end, lines: lines)
                return .row(count: count, isText: isText)
            }
        }
    }

    package mutating func refuse(found: Int, width: Int) throws(UnreadableDelivery) -> RowRejection {
        // The row was taken whole; of a broken one only the first line may be given up.
        window.rewind(to: row.lowerBound)
        line = place.line
        return try reject(.fieldCount, found: found, width: width)
    }

    private mutating func scanRow() -> RowScanner.Outcome {
        // Lending the window's bytes borrows the whole reader, so the slots step outside meanwhile.
        var fields: [SourceCell] = []
        swap(&fields, &slots)
        let outcome = scanner.scan(
            window.bytes.span,
            from: window.position,
            filled: window.filled,
            isAtEnd: window.isAtEnd,
            into: &fields
        )
        swap(&fields, &slots)
        return outcome
    }

    mutating func advance(to end: Int, lines: Int64) {
        window.consume(upTo: end)
        line += lines
    }

    private mutating func take(_ range: Range<Int>, lines: Int64) {
        place = RowPlace(line: line, byteOffset: window.offset, byteLength: window.length(of: range))
        row = range
        advance(to: range.upperBound, lines: lines)
    }

    /// Gives up the first physical line of the row, and only that.
    private mutating func reject(
        _ reason: RowRejection.Reason,
        found: Int = 0,
        width: Int = 0
    ) throws(UnreadableDelivery) -> RowRejection {
        guard let end = try endOfLine() else {
            // Whatever else is wrong with it, such as a quote whose end is out of sight: the line is too long.
            try skipEndlessLine()
            return rejection(.tooLong, found: found, width: width)
        }
        take(window.position..<end, lines: 1)
        return rejection(reason, found: found, width: width)
    }

    /// The end of the physical line that begins here, or nil where it is longer than a row may be.
    mutating func endOfLine() throws(UnreadableDelivery) -> Int? {
        while true {
            let start = window.position
            let limit = min(window.filled, start + limits.lookAhead)
            let isFull = limit - start == limits.lookAhead
            // A line that fills all that may be seen is too long, whether or not the file is known to end behind it.
            let fileEnds = window.isAtEnd && limit == window.filled && !isFull
            if let end = LineEnds.end(in: window.bytes.span, from: start, to: limit, isAtEnd: fileEnds) { return end }
            if fileEnds { return limit }
            if isFull { return nil }
            try window.fill()
        }
    }

    /// Passes over a line longer than may be held, keeping its head to be shown.
    mutating func skipEndlessLine() throws(UnreadableDelivery) {
        let began = window.offset
        let head = limits.keptHead
        var start = window.position
        var end = lineEnd(from: start + head)
        while end == nil, !window.isAtEnd {
            try window.skip(keeping: head)
            start = 0
            end = lineEnd(from: head)
        }
        window.consume(upTo: end ?? window.filled)
        place = RowPlace(line: line, byteOffset: began, byteLength: window.offset - began)
        row = start..<(start + head)
        line += 1
    }

    private func lineEnd(from start: Int) -> Int? {
        LineEnds.end(in: window.bytes.span, from: start, to: window.filled, isAtEnd: window.isAtEnd)
    }

    private func rejection(_ reason: RowRejection.Reason, found: Int, width: Int) -> RowRejection {
        place.rejection(reason, explanation: ShapeFault.explanation(of: reason, found: found, width: width, limits))
    }
}
