/// What a feed is expected to bring, as its settings say.
package struct FeedContract: Equatable, Sendable {
    /// Something comes at least so often; nil where nothing is promised.
    package var rhythmSeconds: Int64?
    package var volume: VolumeRule?
    /// Each delivery holds everything.
    package var isSnapshot: Bool
    /// Columns used or left out on purpose; nil where others are no matter.
    package var knownColumns: Set<String>?
    /// Rejected rows a delivery may hold.
    package var allowedRejections: Int64
    /// What is made of an export with the bytes of an earlier one; nil where bytes may well come again.
    package var repetition: RepetitionRule?
    /// What is made of rows of one key that say different things; nil where rows are named by their content.
    package var sameKey: SameKeyRule?

    package init(
        rhythmSeconds: Int64?,
        volume: VolumeRule?,
        isSnapshot: Bool,
        knownColumns: Set<String>?,
        allowedRejections: Int64,
        repetition: RepetitionRule? = nil,
        sameKey: SameKeyRule? = nil
    ) {
        self.rhythmSeconds = rhythmSeconds
        self.volume = volume
        self.isSnapshot = isSnapshot
        self.knownColumns = knownColumns
        self.allowedRejections = allowedRejections
        self.repetition = repetition
        self.sameKey = sameKey
    }
}
