package import Settings

/// Turns the bytes of a cell into UTF-8, strictly: what is no character of the declared set is refused, never replaced.
///
/// Control characters other than tab and line ends are refused in all sets, and so is text that decodes but bears the
/// traces of an earlier wrong decoding. Private-use characters are refused where they come out of a national set: there
/// they are what is left of characters its table does not know.
package struct TextDecoder: Sendable {
    package let encoding: TextEncoding
    private let table: Table
    /// Whether the bytes are UTF-8 by now. Asked of every cell, so kept where asking costs no reference.
    let isUTF8: Bool

    private enum Table {
        case none
        case gb18030(GB18030Table)
        case codes(CodeTable)
    }

    /// - Throws: `UnreadableDelivery` where this system cannot decode the character set.
    package init(_ encoding: TextEncoding) throws(UnreadableDelivery) {
        self.encoding = encoding
        switch encoding {
        // Text of two bytes a unit was turned into UTF-8 on its way here.
        case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian: table = .none
        case .gb18030: table = .gb18030(try Self.known(GB18030Table.shared, encoding))
        case .big5: table = .codes(try Self.known(CodeTable.big5, encoding))
        default: table = .codes(try Self.known(CodeTable(of: [encoding.rawValue], isDouble: false), encoding))
        }
        if case .none = table { isUTF8 = true } else { isUTF8 = false }
    }

    private static func known<Table>(_ table: Table?, _ encoding: TextEncoding) throws(UnreadableDelivery) -> Table {
        if let table { return table }
        throw UnreadableDelivery(
            .system,
            explanation: "本机不支持 \(encoding.rawValue) / this system cannot decode \(encoding.rawValue)",
            remedy: "安装 glibc 的 gconv 模块 / install the gconv modules of glibc"
        )
    }

    /// Whether the bytes stand for themselves, so that they need no copy.
    ///
    /// - Returns: true where they are text that is UTF-8 already; false where `decode` must turn them into it.
    /// - Throws: `TextFault` where they are no text.
    @inline(__always)
    package func isUTF8Already(_ bytes: Span<UInt8>) throws(TextFault) -> Bool {
        if PlainText.isPrintableASCII(bytes) { return true }
        guard isUTF8 else { return false }
        try StrictUTF8.check(bytes)
        if let place = Mojibake.place(in: bytes) { throw TextFault(.garbled, at: place) }
        return true
    }

    /// Appends the bytes as UTF-8.
    ///
    /// - Throws: `TextFault` where they are no text; `output` then ends anywhere.
    package func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) throws(TextFault) {
        let start = output.count
        switch table {
        case .none:
            try StrictUTF8.check(bytes)
            output.append(copying: bytes)
        case .gb18030(let table): try table.decode(bytes, into: &output)
        case .codes(let table): try table.decode(bytes, into: &output)
        }
        // Of text that was turned into UTF-8 here, a place in its own bytes is not known.
        if Mojibake.place(in: output.span.extracting(start...)) != nil { throw TextFault(.garbled, at: 0) }
    }
}

extension Array where Element == UInt8 {
    /// Appends all bytes at once.
    @inline(__always)
    mutating func append(copying bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
