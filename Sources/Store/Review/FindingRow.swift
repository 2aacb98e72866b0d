package import Model

/// What a check says of one subject, as it is stored.
package struct FindingRow: Equatable, Sendable {
    package var check: String
    package var subject: String
    /// The subject under review it hangs on; the subject itself where it is one.
    package var scope: String
    package var unit: String
    package var state: FindingState
    package var severity: Severity
    package var band: String
    package var since: Instant
    package var due: Instant
    package var isProvisional: Bool
    /// What should have followed has followed.
    package var isAnswered: Bool
    package var answeredAt: Instant?
    /// Even a trouble that stands at once waits until the feeds are complete past `due`.
    package var waits: Bool
    /// What an undetermined finding waits for.
    package var awaits: String?
    /// Of several clocks the first that counts.
    package var clock: String?
    /// Seconds for which lawful events hold the clock up.
    package var pause: Int64
    /// What was compared, and the records it rests on, as the JSON of `FindingDetails`; nil where nothing is shown.
    package var details: String?
    package var ruleVersion: String
    package var lawVersion: String

    package init(
        check: String,
        subject: String,
        scope: String,
        unit: String,
        state: FindingState,
        severity: Severity,
        band: String,
        since: Instant,
        due: Instant,
        isProvisional: Bool,
        isAnswered: Bool,
        answeredAt: Instant?,
        waits: Bool,
        awaits: String?,
        clock: String?,
        pause: Int64,
        details: String?,
        ruleVersion: String,
        lawVersion: String
    ) {
        self.check = check
        self.subject = subject
        self.scope = scope
        self.unit = unit
        self.state = state
        self.severity = severity
        self.band = band
        self.since = since
        self.due = due
        self.isProvisional = isProvisional
        self.isAnswered = isAnswered
        self.answeredAt = answeredAt
        self.waits = waits
        self.awaits = awaits
        self.clock = clock
        self.pause = pause
        self.details = details
        self.ruleVersion = ruleVersion
        self.lawVersion = lawVersion
    }
}
