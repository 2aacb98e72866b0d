/// How a feed writes its CSV.
package struct CSVDialect: Equatable, Sendable {
    package var encoding: TextEncoding
    /// A single ASCII byte.
    package var delimiter: UInt8
    /// A single ASCII byte, or nil where quotes mean nothing.
    package var quote: UInt8?
    /// The row that holds the column names, counted from 1; what stands before it is skipped.
    package var headerRow: Int

    package init(encoding: TextEncoding, delimiter: UInt8, quote: UInt8?, headerRow: Int) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.headerRow = headerRow
    }
}

/// Character sets a feed may declare. A byte-order mark is always skipped in UTF-8.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case gb18030
}
