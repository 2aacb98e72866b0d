import Model
package import Settings

/// Reads the rows of a JSON document, or of a file with one JSON object a line, in constant memory.
///
/// A document is believed as a whole or not at all: where it breaks, nothing of it is taken, for what follows might
/// belong to anything. Of lines each stands for itself, and a broken one costs itself only.
package struct JSONReader: ~Copyable, RowReader {
    var window: ByteWindow
    let shape: JSONShape
    let limits: RowLimits
    private let columns: ColumnTree
    /// Whether a file without a byte brings no rows: of what is new on a quiet day, line by line, there are no lines.
    private let mayBeEmpty: Bool
    private var content: JSONRow
    var stage = Stage.start
    /// Of a file of lines: the members of the line under way, by those of the line before.
    var members = JSONMembers()
    /// The physical line the next byte stands on.
    var line: Int64 = 1
    /// Where the last row stands in the window.
    var row: Range<Int> = 0..<0
    /// The beginning of a row too long to be held.
    var head: [UInt8]?
    package internal(set) var place = RowPlace(line: 1, byteOffset: 0, byteLength: 0)

    enum Stage { case start, firstRow, rows, lines, end }

    /// - Parameters:
    ///   - source: the bytes of the part, from its start.
    ///   - shape: where the rows stand.
    ///   - feed: whose columns are wanted.
    ///   - limits: what is too long.
    ///   - bufferSize: how many bytes to read at once; any size gives the same rows.
    package init(
        reading source: any ByteSource,
        shape: JSONShape,
        feed: FeedDefinition,
        limits: RowLimits = .standard,
        bufferSize: Int = 1 << 20
    ) {
        window = ByteWindow(reading: source, size: bufferSize, largest: limits.lookAhead)
        self.shape = shape
        self.limits = limits
        columns = ColumnTree(feed: feed)
        mayBeEmpty = shape.layout == .lines && feed.contents == .increment
        content = JSONRow(columns: columns, refusesUnknown: feed.unknownColumns == .refuse)
    }

    package var bytesDone: Int64 { window.offset }

    package func withRow<Result, Failure: Error>(
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let head { return try body(head.span, content.text.span, content.cells.span) }
        let bytes = window.bytes.span.extracting(row)
        return try body(bytes, content.isPlain ? bytes : content.text.span, content.cells.span)
    }

    package mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader {
        guard stage == .start, window.offset == 0, window.filled == 0 else { return header }
        try window.fill()
        switch try mark() {
        case .utf8: window.consume(upTo: ByteOrderMark.utf8.length)
        case .gb18030, .utf16: throw .notJSON("UTF-16 或 GB18030 文本 / text in UTF-16 or GB18030")
        case nil: break
        }
        guard window.position < window.filled || mayBeEmpty else { throw .emptyFile }
        return header
    }

    private func mark() throws(UnreadableDelivery) -> ByteOrderMark? {
        let bytes = window.bytes.span.extracting(first: window.filled)
        if let format = FileSignature.name(of: bytes) { throw .notJSON(format) }
        return ByteOrderMark(at: bytes)
    }

    private var header: SourceHeader { SourceHeader(names: columns.names, line: 1, looksLikeUTF8: false) }

    package mutating func next() throws(UnreadableDelivery) -> RowStep {
        if stage == .start {
            _ = try readHeader()
            try enter()
        }
        switch stage {
        case .start, .end: return .end
        case .firstRow, .rows: return try nextElement()
        case .lines: return try nextLine()
        }
    }

    // MARK: - Rows

    /// Takes the bytes from here on as a row whose value is the first `count` of them.
    /// Where `isFollowed`, `members` are its own.
    mutating func take(_ length: Int, content count: Int, isFollowed: Bool = false) -> RowStep {
        place = RowPlace(line: line, byteOffset: window.offset, byteLength: Int64(length))
        row = window.position..<(window.position + length)
        let value = row.lowerBound..<(row.lowerBound + count)
        consume(upTo: row.upperBound)
        // Lending the window's bytes borrows the whole reader, so the cells step outside meanwhile.
        var working = JSONRow.idle
        swap(&working, &content)
        defer { swap(&working, &content) }
        do throws(RowFault) {
            let bytes = window.bytes.span.extracting(value)
            if isFollowed { try working.read(bytes, followedAs: members) } else { try working.read(bytes) }
            return .row
        } catch {
            return .rejected(place.rejection(error.reason, column: error.column, explanation: error.explanation))
        }
    }

    mutating func tooLong(from start: Int64, line startLine: Int64) -> RowStep {
        place = RowPlace(line: startLine, byteOffset: start, byteLength: window.offset - start)
        return .rejected(
            place.rejection(.tooLong, explanation: "超过 \(limits.row) 字节 / more than \(limits.row) bytes")
        )
    }

    /// The next byte that is no blank, or nil at the end of the file; the blanks are behind the reader then.
    mutating func peek() throws(UnreadableDelivery) -> UInt8? {
        while true {
            var index = window.position
            while index < window.filled, JSONText.isBlank(window.bytes[index]) { index += 1 }
            consume(upTo: index)
            if index < window.filled { return window.bytes[index] }
            if window.isAtEnd { return nil }
            try window.fill()
        }
    }

    mutating func consume(upTo index: Int) {
        let end = min(index, window.filled)
        var place = window.position
        while place < end, let found = newline(from: place), found < end {
            line += 1
            place = found + 1
        }
        window.consume(upTo: end)
    }

    func broken() -> UnreadableDelivery { .brokenJSON(line: line, offset: window.offset) }

    func isBlank(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, JSONText.isBlank(window.bytes[index]) { index += 1 }
        return index == range.upperBound
    }

    func newline(from start: Int) -> Int? {
        let place = window.bytes.span.extracting(first: window.filled).firstPlace(of: LineEnds.newline, from: start)
        return place < window.filled ? place : nil
    }
}
