package import Model

/// What is known of a delivery before a row of it is read.
package struct DeliveryHeader: Equatable, Sendable {
    package var region: Int32
    package var feed: String
    package var kind: Kind
    /// The 32 bytes that name it for good.
    package var sha256: [UInt8]
    package var fileName: String
    package var bytes: Int64
    /// The export's own time, where its name or content tells it.
    package var exportedAt: Instant?
    package var receivedAt: Instant
    /// Nil for bytes that are read again from the archive: no source is taken further by them.
    package var source: SourceMark?
    package var completeness: CompletenessRule
    /// Rows carry no key of their own.
    package var isNamedByContent: Bool
    /// Of a snapshot that shows only what happened lately, from when on; nil where it shows everything.
    package var showsFrom: Instant?

    package init(
        region: Int32,
        feed: String,
        kind: Kind,
        sha256: [UInt8],
        fileName: String,
        bytes: Int64,
        exportedAt: Instant?,
        receivedAt: Instant,
        source: SourceMark?,
        completeness: CompletenessRule,
        isNamedByContent: Bool,
        showsFrom: Instant? = nil
    ) {
        self.region = region
        self.feed = feed
        self.kind = kind
        self.sha256 = sha256
        self.fileName = fileName
        self.bytes = bytes
        self.exportedAt = exportedAt
        self.receivedAt = receivedAt
        self.source = source
        self.completeness = completeness
        self.isNamedByContent = isNamedByContent
        self.showsFrom = showsFrom
    }
}
