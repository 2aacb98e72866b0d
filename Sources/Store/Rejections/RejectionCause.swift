package import Model

/// Open rejections of one feed that suffer from the same thing.
package struct RejectionCause: Equatable, Sendable {
    package var feed: String
    package var reason: RowRejection.Reason
    package var column: String?
    /// The explanation without numbers and without what stood in the cell.
    package var cause: String
    package var rows: Int64
    package var deliveries: Int64
    /// When the first and the last of these deliveries were received.
    package var firstSeen: Instant
    package var lastSeen: Instant
    /// One of them.
    package var example: RejectedRow?
}

/// A rejected row: where it stands, why it was rejected, and how it reads.
package struct RejectedRow: Equatable, Sendable {
    package var delivery: Int64
    package var feed: String
    package var fileName: String
    /// SHA-256 of the file, in hexadecimal digits.
    package var sha256: String
    /// Member of the packed file, or sheet; nil where the file is one part.
    package var part: String?
    package var line: Int64
    package var byteFrom: Int64
    package var byteLength: Int64
    package var reason: RowRejection.Reason
    package var column: String?
    package var explanation: String
    /// The last replay that tried it; nil where none did.
    package var replay: Int64?
    /// Its head as it came: personal data in clear.
    package var raw: [UInt8]
}
