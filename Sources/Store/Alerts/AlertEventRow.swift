package import Model

/// One step in the history of an alert.
package struct AlertEventRow: Equatable, Sendable {
    package var at: Instant
    /// `opened`, `updated`, `closed` or `reopened`.
    package var event: String
    package var severity: Severity
    package var due: Instant
    package var remark: String?
    package var ruleVersion: String
    /// Version of the thresholds, clocks and calendar; empty where no clock or line is asked.
    package var lawVersion: String
    /// JSON, as it stood then.
    package var evidence: String

    package init(
        at: Instant,
        event: String,
        severity: Severity,
        due: Instant,
        remark: String?,
        ruleVersion: String,
        lawVersion: String,
        evidence: String
    ) {
        self.at = at
        self.event = event
        self.severity = severity
        self.due = due
        self.remark = remark
        self.ruleVersion = ruleVersion
        self.lawVersion = lawVersion
        self.evidence = evidence
    }
}
