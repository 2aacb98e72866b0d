/// One recording as matching sees it.
package struct RecordingClip: Equatable, Sendable {
    /// Natural key of the record.
    package var key: String
    package var camera: String
    package var officer: String
    package var unit: String
    package var startedAt: Instant
    /// Nil where the record does not say: then it shows its start and nothing more.
    package var endedAt: Instant?

    package init(
        key: String,
        camera: String,
        officer: String,
        unit: String,
        startedAt: Instant,
        endedAt: Instant?
    ) {
        self.key = key
        self.camera = camera
        self.officer = officer
        self.unit = unit
        self.startedAt = startedAt
        self.endedAt = endedAt
    }
}
