import Model
package import Settings

/// Reads the rows of an XML document, in constant memory.
///
/// A document is believed as a whole or not at all: where it breaks, nothing of it is taken. Names are compared without
/// their prefixes. Of a document in GB18030 the bytes of a row are counted in its UTF-8.
package struct XMLReader: ~Copyable, RowReader {
    private let stream: XMLStream
    private let rows: XMLRows
    private let recorder: RecordingSource
    private let head: [UInt8]
    private let limits: RowLimits
    private let path: [String]
    private var isEnded = false
    let ownEncoding: String?
    package private(set) var place = RowPlace(line: 1, byteOffset: 0, byteLength: 0)

    /// - Parameters:
    ///   - source: at its beginning.
    ///   - shape: where the rows stand.
    ///   - feed: whose columns are wanted.
    ///   - limits: what is too long.
    /// - Throws: `UnreadableDelivery` where the source cannot be read.
    package init(
        reading source: any ByteSource,
        shape: XMLShape,
        feed: FeedDefinition,
        limits: RowLimits = .standard
    ) throws(UnreadableDelivery) {
        let beginning = try HeadSource(source, count: XMLEncoding.headSize)
        let isChinese = XMLEncoding.isChinese(beginning.head)
        let recorder = RecordingSource(isChinese ? try GB18030Source(beginning) : beginning, limits: limits)
        let row = XMLRow(
            columns: ColumnTree(feed: feed),
            refusesUnknown: feed.unknownColumns == .refuse,
            limits: limits
        )
        let rows = XMLRows(path: shape.rows, row: row)
        stream = try XMLStream(recorder, rows, encoding: isChinese ? "UTF-8" : nil)
        (self.rows, self.recorder, self.limits) = (rows, recorder, limits)
        (head, path) = (beginning.head, shape.rows)
        ownEncoding = isChinese ? TextEncoding.gb18030.rawValue : nil
    }

    package var bytesDone: Int64 { stream.bytesDone }

    package mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader {
        guard !head.isEmpty else { throw .emptyFile }
        // Of text in two bytes a character the parser knows more than the signature does.
        if let format = FileSignature.name(of: head.span), !format.contains("UTF-16") { throw .notXML(format) }
        return SourceHeader(names: rows.row.columns.names, line: 1, looksLikeUTF8: false)
    }

    package mutating func next() throws(UnreadableDelivery) -> RowStep {
        guard !isEnded else { return .end }
        recorder.forget(before: rows.range.upperBound)
        guard try stream.advance() else {
            isEnded = true
            guard rows.foundRow || rows.foundPlace && !rows.foundOther else { throw .noXMLRows(at: path) }
            return .end
        }
        let range = rows.range
        place = RowPlace(line: rows.firstLine, byteOffset: range.lowerBound, byteLength: Int64(range.count))
        if let fault = rows.row.fault {
            return .rejected(place.rejection(fault.reason, column: fault.column, explanation: fault.explanation))
        }
        guard range.count <= limits.row else {
            return .rejected(
                place.rejection(.tooLong, explanation: "超过 \(limits.row) 字节 / more than \(limits.row) bytes")
            )
        }
        return .row
    }

    package func withRow<Result, Failure: Error>(
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (text, cells) = (rows.row.text, rows.row.cells)
        return try recorder.withBytes(rows.range) { (raw) throws(Failure) in try body(raw, text.span, cells.span) }
    }
}
