package import Settings

/// Text of two bytes a unit, turned into UTF-8 on its way to the reader of rows.
///
/// Nothing is replaced: half of a pair of surrogates, and a last byte without its second, become bytes that are no
/// UTF-8, so that their cell is refused. A mark stays, as the mark of UTF-8.
package final class UTF16Source: ByteSource {
    private let source: any ByteSource
    private let encoding: TextEncoding
    /// Nil until the mark was seen, where a mark decides.
    private var isBigEndian: Bool?
    private var input: [UInt8]
    private var output: [UInt8] = []
    private var taken = 0
    /// The first byte of a unit, and the first unit of a pair, that came at the end of a piece.
    private var half: UInt8?
    private var lead: UInt16?
    private var isAtStart = true

    /// What stands for a last byte without its second.
    static let torn: UInt8 = 0xFF

    /// - Parameters:
    ///   - source: The text as it came.
    ///   - encoding: One of the wide ones.
    ///   - pieceSize: How many bytes to read at once; any size gives the same text.
    package init(_ source: any ByteSource, encoding: TextEncoding, pieceSize: Int = 1 << 16) {
        self.source = source
        self.encoding = encoding
        isBigEndian = encoding == .utf16 ? nil : encoding == .utf16BigEndian
        input = Array(repeating: 0, count: max(1, pieceSize))
    }

    package var measure: ByteMeasure { .utf16 }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        while taken == output.count {
            guard try readPiece() else { return 0 }
        }
        let count = min(buffer.count, output.count - taken)
        buffer.copyBytes(from: output[taken..<(taken + count)])
        taken += count
        return count
    }

    /// - Returns: false at the end.
    private func readPiece() throws(UnreadableDelivery) -> Bool {
        output.removeAll(keepingCapacity: true)
        taken = 0
        let source = source
        let count = try input.withUnsafeMutableBytes { bytes in
            Result { () throws(UnreadableDelivery) in try source.read(into: bytes) }
        }.get()
        guard count > 0 else { return finish() }
        var bytes: [UInt8] = []
        swap(&bytes, &input)
        defer { swap(&bytes, &input) }
        for index in 0..<min(count, bytes.count) {
            guard let first = half else {
                half = bytes[index]
                continue
            }
            half = nil
            try take(first, bytes[index])
        }
        return true
    }

    private func take(_ first: UInt8, _ second: UInt8) throws(UnreadableDelivery) {
        if isAtStart {
            isAtStart = false
            try checkMark(first, second)
        }
        let isBig = isBigEndian ?? false
        let unit = isBig ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
        if let lead {
            self.lead = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return append(0x10000 + (UInt32(lead) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
            }
            append(UInt32(lead))
        }
        if (0xD800...0xDBFF).contains(unit) { lead = unit } else { append(UInt32(unit)) }
    }

    private func checkMark(_ first: UInt8, _ second: UInt8) throws(UnreadableDelivery) {
        switch (first, second, isBigEndian) {
        case (0xFF, 0xFE, nil): isBigEndian = false
        case (0xFE, 0xFF, nil): isBigEndian = true
        case (_, _, nil):
            throw .wrongEncoding(
                "UTF-16 没有标记，不知字节次序 / UTF-16 without a mark, and so of unknown order of bytes",
                "写明 utf-16le 或 utf-16be / declare utf-16le or utf-16be"
            )
        case (0xFF, 0xFE, true), (0xFE, 0xFF, false):
            throw .wrongEncoding(
                "文件的标记与 \(encoding.rawValue) 相反 / the file's mark is the opposite of \(encoding.rawValue)",
                "把 encoding 改为 utf-16 / set `encoding` to utf-16"
            )
        default: return
        }
    }

    private func finish() -> Bool {
        if let lead { append(UInt32(lead)) }
        if half != nil { output.append(Self.torn) }
        (lead, half) = (nil, nil)
        return !output.isEmpty
    }

    /// Appends a scalar in UTF-8, and half of a pair as UTF-8 would be if it allowed it.
    private func append(_ scalar: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
        switch scalar {
        case ..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            output.append(tail(0))
        case ..<0x1_0000:
            output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            output.append(tail(6))
            output.append(tail(0))
        default:
            output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            output.append(tail(12))
            output.append(tail(6))
            output.append(tail(0))
        }
    }
}
