package import Model

/// What a check says of a subject now, as far as it concerns an alert.
package struct AlertFinding: Equatable, Sendable {
    package var subject: AlertSubject
    package var unit: String
    package var state: FindingState
    package var severity: Severity
    package var since: Instant
    package var due: Instant
    /// Found by going through old data.
    package var isRetrospective: Bool
    /// Holds now, but was done after `due`, and the check keeps a record of lateness (ruling 13).
    package var wasLate: Bool
    /// See `AlertState.evidence`.
    package var evidence: String

    package init(
        subject: AlertSubject,
        unit: String,
        state: FindingState,
        severity: Severity,
        since: Instant,
        due: Instant,
        isRetrospective: Bool,
        wasLate: Bool,
        evidence: String
    ) {
        self.subject = subject
        self.unit = unit
        self.state = state
        self.severity = severity
        self.since = since
        self.due = due
        self.isRetrospective = isRetrospective
        self.wasLate = wasLate
        self.evidence = evidence
    }
}
