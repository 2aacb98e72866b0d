package import Model

/// What a check says of one subject, as it is stored.
package struct FindingRow: Equatable, Sendable {
    package var check: String
    package var subject: String
    package var unit: String
    package var state: FindingState
    package var severity: Severity
    package var since: Instant
    package var due: Instant
    /// What should have followed has followed.
    package var isAnswered: Bool
    /// Even a trouble that stands at once waits until the feeds are complete past `due`.
    package var waits: Bool
    /// What an undetermined finding waits for.
    package var awaits: String?
    package var ruleVersion: String

    package init(
        check: String,
        subject: String,
        unit: String,
        state: FindingState,
        severity: Severity,
        since: Instant,
        due: Instant,
        isAnswered: Bool,
        waits: Bool,
        awaits: String?,
        ruleVersion: String
    ) {
        self.check = check
        self.subject = subject
        self.unit = unit
        self.state = state
        self.severity = severity
        self.since = since
        self.due = due
        self.isAnswered = isAnswered
        self.waits = waits
        self.awaits = awaits
        self.ruleVersion = ruleVersion
    }
}
