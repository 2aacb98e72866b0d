package import Model

/// What a row of a check amounts to now.
package struct FindingEvaluation: Equatable, Sendable {
    package var state: FindingState
    package var band: CheckBand
    /// When it should have been done at the latest.
    package var due: Instant
    /// The deadline reaches beyond the work calendar: the days there are taken for Monday to Friday.
    package var isProvisional: Bool
    /// When a warning is due; nil where the clock has none.
    package var warnAt: Instant?
    /// What an undetermined finding waits for; empty otherwise.
    package var awaits: [Await]
    /// Done, but after `due`.
    package var wasLate: Bool

    package init(
        state: FindingState,
        band: CheckBand,
        due: Instant,
        isProvisional: Bool = false,
        warnAt: Instant?,
        awaits: [Await],
        wasLate: Bool
    ) {
        self.state = state
        self.band = band
        self.due = due
        self.isProvisional = isProvisional
        self.warnAt = warnAt
        self.awaits = awaits
        self.wasLate = wasLate
    }
}
