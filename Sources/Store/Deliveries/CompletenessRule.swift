package import Model

/// What it takes for the deliveries of a feed to prove it complete.
package struct CompletenessRule: Equatable, Sendable {
    /// Each delivery holds the whole register, so a clean one heals what an earlier one lacked.
    package var isSnapshot: Bool
    /// Rejected rows a delivery may hold and still prove what is absent.
    package var allowedRejections: Int64
    /// An increment is to come at least so often: past a longer gap nothing is proven. Nil where the feed promises none.
    package var rhythmSeconds: Int64?
    /// How few rows on a day put in doubt that all came; nil where that is not judged.
    package var volume: VolumeRule?
    /// How much smaller than the one before a whole export may be and still prove what it lacks.
    package var shrinkage: ShrinkageRule
    /// What is made of an export with the bytes of an earlier one; nil where bytes may well come again.
    package var repetition: RepetitionRule?
    /// The earliest export that lies in the folder and is not taken yet; nil where nothing waits.
    package var waiting: Waiting?

    /// An export that waits, with its time where that is known.
    package struct Waiting: Equatable, Sendable {
        package var exportedAt: Instant?

        package init(exportedAt: Instant?) { self.exportedAt = exportedAt }
    }

    package init(
        isSnapshot: Bool,
        allowedRejections: Int64,
        rhythmSeconds: Int64? = nil,
        volume: VolumeRule? = nil,
        shrinkage: ShrinkageRule = ShrinkageRule(mostPercent: nil, mayBeEmpty: true),
        repetition: RepetitionRule? = nil,
        waiting: Waiting? = nil
    ) {
        self.isSnapshot = isSnapshot
        self.allowedRejections = allowedRejections
        self.rhythmSeconds = rhythmSeconds
        self.volume = volume
        self.shrinkage = shrinkage
        self.repetition = repetition
        self.waiting = waiting
    }
}
