/// An Excel workbook behind a password: it lies whole and encrypted in a container like that of the old format
/// ([MS-OFFCRYPTO] 2.3.2, the stream `\EncryptedPackage`).
enum EncryptedPackage {
    /// The name of the stream, two bytes a character as in the directory of the container.
    private static let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }

    /// Whether such a stream is named in the file. Only to be asked of what is no workbook: in one, a cell may say so.
    ///
    /// - Throws: `UnreadableDelivery` where the source cannot be read.
    static func isNamed(in source: any ByteSource) throws(UnreadableDelivery) -> Bool {
        var window = ByteWindow(reading: source, size: 1 << 16, largest: 1 << 16)
        while true {
            try window.fill()
            if holds(window.bytes.span.extracting(window.position..<window.filled)) { return true }
            guard !window.isAtEnd else { return false }
            window.consume(upTo: max(window.position, window.filled - name.count + 1))
        }
    }

    private static func holds(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index + name.count <= bytes.count {
            index = bytes.firstPlace(of: name[0], from: index)
            guard index + name.count <= bytes.count else { return false }
            if bytes.extracting(index..<bytes.count).starts(with: name) { return true }
            index += 1
        }
        return false
    }
}
