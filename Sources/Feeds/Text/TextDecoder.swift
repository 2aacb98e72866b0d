package import Settings

/// Turns the bytes of a cell into UTF-8, strictly: what is no character of the declared set is refused, never replaced.
///
/// Control characters other than tab and line ends are refused in both sets. Private-use characters are refused where
/// they come out of GB18030 only: there they are what is left of characters the table does not know.
package struct TextDecoder: Sendable {
    package let encoding: TextEncoding
    private let table: GB18030Table?
    /// Asked of every cell, so kept where asking costs no reference.
    private let isUTF8: Bool

    /// - Throws: `UnreadableDelivery` where this system cannot decode the character set.
    package init(_ encoding: TextEncoding) throws(UnreadableDelivery) {
        self.encoding = encoding
        isUTF8 = encoding == .utf8
        switch encoding {
        case .utf8: table = nil
        case .gb18030:
            guard let shared = GB18030Table.shared else {
                throw .wrongEncoding(
                    "本机不支持 GB18030 / this system cannot decode GB18030",
                    "安装 glibc 的 gconv 模块 / install the gconv modules of glibc"
                )
            }
            table = shared
        }
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
        return true
    }

    /// Appends the bytes as UTF-8.
    ///
    /// - Throws: `TextFault` where they are no text; `output` then ends anywhere.
    package func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) throws(TextFault) {
        guard let table else {
            try StrictUTF8.check(bytes)
            output.append(copying: bytes)
            return
        }
        try table.decode(bytes, into: &output)
    }
}

extension Array where Element == UInt8 {
    /// Appends all bytes at once.
    @inline(__always)
    mutating func append(copying bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
