package import Model

/// How a feed writes its CSV.
package struct CSVDialect: Equatable, Sendable, Codable {
    /// Until `encodingBy` says how it is known, one that is still to be found.
    package var encoding: TextEncoding
    /// Nil where the set is to be found in each file.
    package var encodingBy: DeliveryPart.EncodingSource?
    /// A single ASCII byte.
    package var delimiter: UInt8
    /// A single ASCII byte, or nil where quotes mean nothing.
    package var quote: UInt8?
    package var layout: TableLayout

    package init(
        encoding: TextEncoding,
        encodingBy: DeliveryPart.EncodingSource? = .declared,
        delimiter: UInt8,
        quote: UInt8?,
        layout: TableLayout
    ) {
        self.encoding = encoding
        self.encodingBy = encodingBy
        self.delimiter = delimiter
        self.quote = quote
        self.layout = layout
    }
}
