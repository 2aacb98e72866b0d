package import Model

/// What a letter needs to know of an alert, or of a finding that is not decided yet.
package struct LetterAlert: Equatable, Sendable {
    /// Nil for a finding no alert was raised of.
    package var number: AlertKey?
    package var check: String
    package var subject: String
    package var unit: String
    package var severity: Severity
    package var isOpen: Bool
    package var since: Instant
    package var due: Instant
    package var isRetrospective: Bool
    /// Why it was closed; nil while it is open.
    package var closedBecause: String?
    /// What an undecided finding waits for; nil for an alert.
    package var awaits: String?
    /// When it was opened, or opened again.
    package var raisedAt: Instant
}
