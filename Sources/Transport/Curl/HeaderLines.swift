/// The headers of the last answer of an exchange, as far as anybody reads them.
struct HeaderLines {
    private(set) var values: [String: String] = [:]

    private static let read: Set<String> = [
        "etag", "last-modified", "date", "link", "transfer-encoding", "content-encoding", "content-type",
    ]
    /// Bytes; a header that is longer is left out.
    private static let longest = 8192

    subscript(_ name: String) -> String? { values[name] }

    /// Takes one line. A status line begins another answer: what came before was provisional.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        guard line.count <= Self.longest else { return }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") { values = [:] }
        guard let colon = text.firstIndex(of: ":") else { return }
        let name = text[..<colon].lowercased()
        guard Self.read.contains(name) else { return }
        let value = text[text.index(after: colon)...].drop { $0.isWhitespace }
        let trimmed = String(String(value.reversed()).drop { $0.isWhitespace }.reversed())
        // Of a header given twice, both belong together (RFC 9110 §5.3).
        values[name] = values[name].map { $0 + ", " + trimmed } ?? trimmed
    }
}
