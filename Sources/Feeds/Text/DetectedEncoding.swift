package import Model
package import Settings

/// The character set of a text, and how it was found.
package struct DetectedEncoding: Equatable, Sendable {
    package let encoding: TextEncoding
    package let by: DeliveryPart.EncodingSource

    package init(_ encoding: TextEncoding, by source: DeliveryPart.EncodingSource) {
        self.encoding = encoding
        by = source
    }
}
