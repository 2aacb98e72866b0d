import CExpat

/// Reads a document in pieces and tells what it is made of.
///
/// No entity is expanded but XML's own five, for a document type is refused; nothing outside of the document is read.
final class XMLStream {
    private let source: any ByteSource
    private unowned let events: XMLEvents
    private let parser: OpaquePointer
    private var isPaused = false
    private var isFinished = false
    /// Bytes handed to the parser.
    private(set) var bytesDone: Int64 = 0

    /// Bytes read at once. Expat looks at an unfinished tag anew with each piece, so pieces must not be much smaller than
    /// the largest tag.
    private static let pieceSize: CInt = 1 << 18
    /// Bytes of one tag or comment.
    private static let longestToken: Int64 = 1 << 20

    /// - Parameters:
    ///   - source: of the document, from its beginning.
    ///   - events: who is told; it must outlive the stream.
    ///   - encoding: the character set, whatever the document says; nil to believe it.
    /// - Throws: `UnreadableDelivery` where there is no memory for the parser.
    init(_ source: any ByteSource, _ events: XMLEvents, encoding: String? = nil) throws(UnreadableDelivery) {
        guard let parser = XML_ParserCreate(encoding) else { throw .noTemporaryFile(code: "expat") }
        self.source = source
        self.events = events
        self.parser = parser
        parser.tell(events)
    }

    deinit { XML_ParserFree(parser) }

    /// Reads on until the events pause it.
    ///
    /// - Returns: false where the document ended instead.
    /// - Throws: `UnreadableDelivery` where the document breaks off or breaks the rules of XML.
    func advance() throws(UnreadableDelivery) -> Bool {
        guard !isFinished || isPaused else { return false }
        var status = isPaused ? XML_ResumeParser(parser) : try feed()
        isPaused = false
        while status == XML_STATUS_OK {
            if isFinished { return false }
            status = try feed()
        }
        guard status == XML_STATUS_SUSPENDED else { throw broken() }
        isPaused = true
        return true
    }

    private func feed() throws(UnreadableDelivery) -> XML_Status {
        let unread = bytesDone - max(0, Int64(XML_GetCurrentByteIndex(parser)))
        guard unread <= Self.longestToken else { throw .longToken(Self.longestToken, line: events.line) }
        guard let buffer = XML_GetBuffer(parser, Self.pieceSize) else { throw broken() }
        let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.pieceSize)))
        isFinished = count == 0
        bytesDone += Int64(count)
        return XML_ParseBuffer(parser, CInt(count), isFinished ? 1 : 0)
    }

    private func broken() -> UnreadableDelivery {
        if let failure = events.failure { return failure }
        let code = XML_GetErrorCode(parser)
        let offset = max(0, Int64(XML_GetCurrentByteIndex(parser)))
        if code == XML_ERROR_NO_ELEMENTS, bytesDone == 0 { return .emptyFile }
        let detail = XML_ErrorString(code).map { String(cString: $0) } ?? "expat"
        if code == XML_ERROR_UNKNOWN_ENCODING { return .unknownXMLEncoding(line: events.line) }
        return .brokenXML(detail, line: events.line, offset: offset)
    }
}
