import Model
package import Settings

/// Reads the rows of a JSON document, or of a file with one JSON object a line, in constant memory.
///
/// A document is believed as a whole or not at all: where it breaks, nothing of it is taken, for what follows might
/// belong to anything. Of lines each stands for itself, and a broken one costs itself only.
package struct JSONReader: ~Copyable, RowReader {
    private var window: ByteWindow
    private let shape: JSONShape
    private let limits: RowLimits
    private let columns: JSONColumns
    private var content: JSONRow
    private var stage = Stage.start
    /// The physical line the next byte stands on.
    private var line: Int64 = 1
    /// Where the last row stands in the window.
    private var row: Range<Int> = 0..<0
    /// The beginning of a row too long to be held.
    private var head: [UInt8]?
    package private(set) var place = RowPlace(line: 1, byteOffset: 0, byteLength: 0)

    private enum Stage { case start, firstRow, rows, lines, end }

    /// - Parameters:
    ///   - descriptor: open for reading at the start of the file; it stays the caller's to close.
    ///   - shape: where the rows stand.
    ///   - feed: whose columns are wanted.
    ///   - limits: what is too long.
    ///   - bufferSize: how many bytes to read at once; any size gives the same rows.
    package init(
        reading descriptor: CInt,
        shape: JSONShape,
        feed: FeedDefinition,
        limits: RowLimits = .standard,
        bufferSize: Int = 1 << 20
    ) {
        window = ByteWindow(reading: descriptor, size: bufferSize, largest: limits.lookAhead)
        self.shape = shape
        self.limits = limits
        columns = JSONColumns(feed: feed)
        content = JSONRow(columns: columns, refusesUnknown: feed.unknownColumns == .refuse)
    }

    package var bytesDone: Int64 { window.offset }

    package func withRow<Result, Failure: Error>(
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let head { return try body(head.span, content.text.span, content.cells.span) }
        return try body(window.bytes.span.extracting(row), content.text.span, content.cells.span)
    }

    package mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader {
        guard stage == .start, window.offset == 0, window.filled == 0 else { return header }
        try window.fill()
        switch try mark() {
        case .utf8: window.consume(upTo: ByteOrderMark.utf8.length)
        case .gb18030, .utf16: throw .notJSON("UTF-16 或 GB18030 文本 / text in UTF-16 or GB18030")
        case nil: break
        }
        guard window.position < window.filled else { throw .emptyFile }
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

    // MARK: - A document

    private mutating func enter() throws(UnreadableDelivery) {
        guard case .document(let path) = shape.layout else {
            stage = .lines
            return
        }
        for name in path { try enterMember(name, of: path) }
        guard try peek() == UInt8(ascii: "[") else { throw .noRows(at: path, line: line) }
        consume(upTo: window.position + 1)
        stage = .firstRow
    }

    /// Goes into the member of this name, passing over those before it.
    private mutating func enterMember(_ name: String, of path: [String]) throws(UnreadableDelivery) {
        guard try peek() == UInt8(ascii: "{") else { throw .noRows(at: path, line: line) }
        consume(upTo: window.position + 1)
        if try peek() == UInt8(ascii: "}") { throw .noRows(at: path, line: line) }
        while true {
            if try readKey() == name { return }
            _ = try scan(keeps: false)
            switch try peek() {
            case UInt8(ascii: ","): consume(upTo: window.position + 1)
            case UInt8(ascii: "}"): throw .noRows(at: path, line: line)
            default: throw broken()
            }
        }
    }

    private mutating func nextElement() throws(UnreadableDelivery) -> RowStep {
        let byte = try peek()
        if byte == UInt8(ascii: "]") {
            consume(upTo: window.position + 1)
            try leave()
            stage = .end
            return .end
        }
        if stage == .rows {
            guard byte == UInt8(ascii: ",") else { throw broken() }
            consume(upTo: window.position + 1)
            _ = try peek()
        }
        stage = .rows
        let (startLine, start) = (line, window.offset)
        guard let length = try scan(keeps: true) else { return tooLong(from: start, line: startLine) }
        return take(length, content: length)
    }

    /// Follows the document from the end of its rows to its own end.
    private mutating func leave() throws(UnreadableDelivery) {
        guard case .document(let path) = shape.layout else { return }
        for name in path.reversed() {
            while try peek() == UInt8(ascii: ",") {
                consume(upTo: window.position + 1)
                guard try readKey() != name else { throw .rowsTwice(at: path, line: line) }
                _ = try scan(keeps: false)
            }
            guard try peek() == UInt8(ascii: "}") else { throw broken() }
            consume(upTo: window.position + 1)
        }
        guard try peek() == nil else { throw broken() }
    }

    /// The name of a member; the reader stands before its value then.
    private mutating func readKey() throws(UnreadableDelivery) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw broken() }
        var name: [UInt8] = []
        if let length = try scan(keeps: true), length >= 2 {
            let inner = (window.position + 1)..<(window.position + length - 1)
            _ = JSONText.append(window.bytes.span.extracting(inner), to: &name)
            consume(upTo: window.position + length)
        }
        guard try peek() == UInt8(ascii: ":") else { throw broken() }
        consume(upTo: window.position + 1)
        _ = try peek()
        return String(decoding: name, as: UTF8.self)
    }

    /// Follows one value to its end.
    ///
    /// - Parameter keeps: the value stays in the window, from `position` on; otherwise it is passed over.
    /// - Returns: its bytes; nil where it was passed over, or was too long to be kept: then `head` has its beginning.
    /// - Throws: `UnreadableDelivery` where it breaks off or breaks the rules.
    private mutating func scan(keeps: Bool) throws(UnreadableDelivery) -> Int? {
        var validator = JSONValidator()
        var (seen, isKept) = (0, keeps)
        head = nil
        while true {
            let start = window.position
            switch validator.run(window.bytes.span, from: start + seen, to: window.filled, isLast: window.isAtEnd) {
            case .broken(let index):
                consume(upTo: index)
                throw broken()
            case .end(let end):
                if isKept, end - start <= limits.row { return end - start }
                if isKept { keepHead() }
                consume(upTo: end)
                return nil
            case .needsMore:
                seen = window.filled - start
                if isKept, seen > limits.row {
                    keepHead()
                    isKept = false
                }
                if !isKept {
                    consume(upTo: window.filled)
                    seen = 0
                }
                try window.fill()
            }
        }
    }

    private mutating func keepHead() {
        let end = min(window.filled, window.position + limits.keptHead)
        head = Array(window.bytes[window.position..<end])
    }

    // MARK: - Lines

    private mutating func nextLine() throws(UnreadableDelivery) -> RowStep {
        while true {
            let (startLine, start) = (line, window.offset)
            guard let end = try lineEnd() else {
                keepHead()
                while true {
                    consume(upTo: window.filled)
                    guard !window.isAtEnd else { break }
                    try window.fill()
                    if let end = newline(from: window.position) {
                        consume(upTo: end + 1)
                        break
                    }
                }
                return tooLong(from: start, line: startLine)
            }
            let range = window.position..<end
            guard !range.isEmpty else {
                stage = .end
                return .end
            }
            head = nil
            if isBlank(range) {
                consume(upTo: end)
                continue
            }
            if range.count > limits.row {
                keepHead()
                consume(upTo: end)
                return tooLong(from: start, line: startLine)
            }
            var validator = JSONValidator()
            let outcome = validator.run(window.bytes.span, from: range.lowerBound, to: end, isLast: true)
            guard case .end(let valueEnd) = outcome,
                isBlank(valueEnd..<end)
            else { return brokenLine(range, outcome) }
            return take(range.count, content: valueEnd - range.lowerBound)
        }
    }

    private mutating func brokenLine(_ range: Range<Int>, _ outcome: JSONValidator.Outcome) -> RowStep {
        let index =
            switch outcome {
            case .broken(let index), .end(let index): index
            case .needsMore: range.upperBound
            }
        place = RowPlace(line: line, byteOffset: window.offset, byteLength: Int64(range.count))
        row = range
        consume(upTo: range.upperBound)
        let byte = index - range.lowerBound + 1
        return .rejected(place.rejection(.syntax, explanation: "第 \(byte) 字节处不是 JSON / no JSON at byte \(byte)"))
    }

    /// The index behind the end of the line, or nil where it is longer than a row may be.
    private mutating func lineEnd() throws(UnreadableDelivery) -> Int? {
        var seen = 0
        while true {
            if let found = newline(from: window.position + seen) { return found + 1 }
            seen = window.filled - window.position
            if seen > limits.row { return nil }
            if window.isAtEnd { return window.filled }
            try window.fill()
        }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, JSONText.isBlank(window.bytes[index]) { index += 1 }
        return index == range.upperBound
    }

    private func newline(from start: Int) -> Int? {
        let place = window.bytes.span.extracting(first: window.filled).firstPlace(of: LineEnds.newline, from: start)
        return place < window.filled ? place : nil
    }

    // MARK: - Rows

    /// Takes the bytes from here on as a row whose value is the first `count` of them.
    private mutating func take(_ length: Int, content count: Int) -> RowStep {
        place = RowPlace(line: line, byteOffset: window.offset, byteLength: Int64(length))
        row = window.position..<(window.position + length)
        let value = row.lowerBound..<(row.lowerBound + count)
        consume(upTo: row.upperBound)
        // Lending the window's bytes borrows the whole reader, so the cells step outside meanwhile.
        var working = JSONRow.idle
        swap(&working, &content)
        defer { swap(&working, &content) }
        do throws(JSONRow.Fault) {
            try working.read(window.bytes.span.extracting(value))
            return .row
        } catch {
            return .rejected(place.rejection(error.reason, column: error.column, explanation: error.explanation))
        }
    }

    private mutating func tooLong(from start: Int64, line startLine: Int64) -> RowStep {
        place = RowPlace(line: startLine, byteOffset: start, byteLength: window.offset - start)
        return .rejected(
            place.rejection(.tooLong, explanation: "超过 \(limits.row) 字节 / more than \(limits.row) bytes")
        )
    }

    /// The next byte that is no blank, or nil at the end of the file; the blanks are behind the reader then.
    private mutating func peek() throws(UnreadableDelivery) -> UInt8? {
        while true {
            var index = window.position
            while index < window.filled, JSONText.isBlank(window.bytes[index]) { index += 1 }
            consume(upTo: index)
            if index < window.filled { return window.bytes[index] }
            if window.isAtEnd { return nil }
            try window.fill()
        }
    }

    private mutating func consume(upTo index: Int) {
        let end = min(index, window.filled)
        var place = window.position
        while place < end, let found = newline(from: place), found < end {
            line += 1
            place = found + 1
        }
        window.consume(upTo: end)
    }

    private func broken() -> UnreadableDelivery { .brokenJSON(line: line, offset: window.offset) }
}
