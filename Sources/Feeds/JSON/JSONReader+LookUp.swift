import Glibc
package import Settings

/// Single values of a document, apart from its rows.
extension JSONReader {
    /// The text or number that stands at a path.
    ///
    /// - Parameters:
    ///   - path: the names that lead to it from the top.
    ///   - file: an archived document.
    ///   - feed: which brought it.
    /// - Returns: nil where there is none, or null, or an object or array.
    /// - Throws: `UnreadableDelivery` where the document breaks before it, or cannot be read.
    package static func text(at path: [String], of file: ArchivedFile, feed: FeedDefinition) throws(UnreadableDelivery)
        -> String?
    {
        guard let opened = OpenedFile(file.path, flags: O_RDONLY | O_NOFOLLOW) else {
            throw .unreadableBytes(code: errno, offset: 0)
        }
        var reader = JSONReader(
            reading: FileSource(opened.descriptor),
            shape: JSONShape(layout: .document(path: [])),
            feed: feed,
            bufferSize: 1 << 16
        )
        return try reader.text(at: path)
    }

    private mutating func text(at path: [String]) throws(UnreadableDelivery) -> String? {
        _ = try readHeader()
        for name in path { guard try goes(into: name) else { return nil } }
        guard let first = try peek(), first != UInt8(ascii: "{"), first != UInt8(ascii: "["),
            let length = try scan(keeps: true)
        else { return nil }
        let value = window.bytes.span.extracting(window.position..<(window.position + length))
        guard first == UInt8(ascii: "\"") else {
            let word = String(decoding: (0..<value.count).map { value[$0] }, as: UTF8.self)
            return word == "null" ? nil : word
        }
        var text: [UInt8] = []
        _ = JSONText.append(value.extracting(1..<(value.count - 1)), to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// - Returns: whether the value under way is an object with such a member; the reader then stands before its value.
    private mutating func goes(into name: String) throws(UnreadableDelivery) -> Bool {
        guard try peek() == UInt8(ascii: "{") else { return false }
        consume(upTo: window.position + 1)
        if try peek() == UInt8(ascii: "}") { return false }
        while true {
            if try readKey() == name { return true }
            _ = try scan(keeps: false)
            switch try peek() {
            case UInt8(ascii: ","): consume(upTo: window.position + 1)
            case UInt8(ascii: "}"): return false
            default: throw broken()
            }
        }
    }
}
