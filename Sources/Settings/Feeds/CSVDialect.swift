/// How a feed writes its CSV.
package struct CSVDialect: Equatable, Sendable, Codable {
    package var encoding: TextEncoding
    /// A single ASCII byte.
    package var delimiter: UInt8
    /// A single ASCII byte, or nil where quotes mean nothing.
    package var quote: UInt8?
    package var layout: TableLayout

    package init(encoding: TextEncoding, delimiter: UInt8, quote: UInt8?, layout: TableLayout) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.layout = layout
    }
}

/// Character sets a feed may declare. A byte-order mark is always skipped in UTF-8.
package enum TextEncoding: String, Sendable, CaseIterable, Codable {
    case utf8 = "utf-8"
    case gb18030
}
