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
    package var source: SourceFile
    package var completeness: CompletenessRule
    /// Rows carry no key of their own.
    package var isNamedByContent: Bool

    package init(
        region: Int32,
        feed: String,
        kind: Kind,
        sha256: [UInt8],
        fileName: String,
        bytes: Int64,
        exportedAt: Instant?,
        receivedAt: Instant,
        source: SourceFile,
        completeness: CompletenessRule,
        isNamedByContent: Bool
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
    }
}

/// A file as the file system knows it; unchanged, it need not be read again.
package struct SourceFile: Hashable, Sendable {
    package var name: String
    package var device: Int64
    package var inode: Int64
    package var bytes: Int64
    /// Nanoseconds since 1970.
    package var modified: Int64
    /// Nanoseconds since 1970.
    package var changed: Int64

    package init(name: String, device: Int64, inode: Int64, bytes: Int64, modified: Int64, changed: Int64) {
        self.name = name
        self.device = device
        self.inode = inode
        self.bytes = bytes
        self.modified = modified
        self.changed = changed
    }
}
