import Model

/// What the records of one delivery have in common.
struct RecordOrigin: Sendable {
    let region: Int32
    let delivery: Int64
    /// When the source exported the delivery, or else when it arrived; orders the revisions of a record.
    let versionAt: Instant
}
