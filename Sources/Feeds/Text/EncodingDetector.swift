import Model
import Settings

/// Finds out the character set of a text from all of it, for a beginning proves nothing about the end.
///
/// A mark at the beginning decides. Else text that is well-formed UTF-8 from its first byte to its last is UTF-8, for
/// other text with more than a few characters beyond ASCII hardly ever is. Else the characters decide that GB18030 and
/// Big5 make of it. What is in doubt is refused, with what a person can do.
package struct EncodingDetector {
    private var utf8 = UTF8Progress()
    private var evidence = PairEvidence()
    private var head: [UInt8] = []
    /// The first half of a character of two bytes at the end of the last piece.
    private var pending: UInt8?

    private static let pieceSize = 1 << 18

    package init() {}

    /// Reads a text to its end.
    ///
    /// - Throws: `UnreadableDelivery` where it cannot be read, or its character set is in doubt.
    package static func detect(in source: any ByteSource) throws(UnreadableDelivery) -> DetectedEncoding {
        var detector = EncodingDetector()
        var buffer = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let count = try buffer.withUnsafeMutableBytes { bytes in
                Result { () throws(UnreadableDelivery) in try source.read(into: bytes) }
            }.get()
            guard count > 0 else { return try detector.finish() }
            detector.take(buffer.span.extracting(first: min(count, buffer.count)))
            if let marked = detector.marked { return marked }
        }
    }

    /// Looks at the next bytes.
    package mutating func take(_ bytes: Span<UInt8>) {
        if head.count < ByteOrderMark.longest {
            head.append(copying: bytes.extracting(first: min(bytes.count, ByteOrderMark.longest - head.count)))
        }
        utf8.take(bytes)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let first = pending {
                pending = nil
                evidence.take(first, byte)
                if byte >= 0x30 { index &+= 1 }
                continue
            }
            if byte >= 0x80 { pending = byte }
            index &+= 1
        }
    }

    /// The set named by a mark, once enough was seen to tell.
    private var marked: DetectedEncoding? {
        switch ByteOrderMark(at: head.span) {
        case .utf8: DetectedEncoding(.utf8, by: .mark)
        case .gb18030: DetectedEncoding(.gb18030, by: .mark)
        case .utf16: DetectedEncoding(.utf16, by: .mark)
        case nil: nil
        }
    }

    /// What the whole of it was.
    ///
    /// - Throws: `UnreadableDelivery` where that is in doubt.
    package mutating func finish() throws(UnreadableDelivery) -> DetectedEncoding {
        if let marked { return marked }
        if utf8.isSoundAtEnd { return DetectedEncoding(.utf8, by: .throughout) }
        if let first = pending { evidence.take(first, 0) }
        switch evidence.verdict {
        case .gb18030: return DetectedEncoding(.gb18030, by: .evidence)
        case .big5: return DetectedEncoding(.big5, by: .evidence)
        case .unclear:
            throw UnreadableDelivery(
                .encoding,
                explanation: "无法判定文件的编码，不作猜测 / the file's character set is in doubt, and is not guessed",
                remedy: "向来源单位问清后写明 encoding，如 gb18030、big5、utf-16le、windows-1252 / ask the source, and declare "
                    + "`encoding`, such as gb18030, big5, utf-16le, windows-1252"
            )
        }
    }
}
