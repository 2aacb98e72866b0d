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
    /// Whether the last line of a sound file ends like every other, so that one that does not was cut off.
    package var endsLastLine: Bool

    package init(
        encoding: TextEncoding,
        encodingBy: DeliveryPart.EncodingSource? = .declared,
        delimiter: UInt8,
        quote: UInt8?,
        layout: TableLayout,
        endsLastLine: Bool = false
    ) {
        self.encoding = encoding
        self.encodingBy = encodingBy
        self.delimiter = delimiter
        self.quote = quote
        self.layout = layout
        self.endsLastLine = endsLastLine
    }
}
