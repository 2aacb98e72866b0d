package import Model

/// What the SQL of a check says of one subject.
package struct CheckRow: Equatable, Sendable {
    package var subject: String
    /// Twelve-digit code of the unit, or empty.
    package var unit: String
    /// When the clock starts.
    package var since: Instant
    /// What should have followed has followed.
    package var isAnswered: Bool
    /// When it followed, where the check can tell: shows what was done late.
    package var answeredAt: Instant?
    /// A trouble that stands at once rests on something absent, and so waits for the feeds all the same.
    package var waits: Bool
    package var severity: Severity

    package init(
        subject: String,
        unit: String,
        since: Instant,
        isAnswered: Bool,
        answeredAt: Instant?,
        waits: Bool,
        severity: Severity
    ) {
        self.subject = subject
        self.unit = unit
        self.since = since
        self.isAnswered = isAnswered
        self.answeredAt = answeredAt
        self.waits = waits
        self.severity = severity
    }
}
