package import Model

/// How an alert stands.
package struct AlertState: Equatable, Sendable {
    package var subject: AlertSubject
    package var unit: String
    package var severity: Severity
    package var isOpen: Bool
    package var since: Instant
    /// The deadline shown. It never moves later: who once missed it has missed it.
    package var due: Instant
    /// Raised by going through old data; set when first opened and kept.
    package var isRetrospective: Bool
    /// An opaque text, equal where the evidence is; the caller puts what it stores and what it finds in the same form.
    package var evidence: String
    /// What keeps an open alert from being judged anew just now, as its latest event says it.
    package var remark: AlertRemark?
    /// Why it is closed; nil while open.
    package var closing: AlertClosing?

    package init(
        subject: AlertSubject,
        unit: String,
        severity: Severity,
        isOpen: Bool,
        since: Instant,
        due: Instant,
        isRetrospective: Bool,
        evidence: String,
        remark: AlertRemark?,
        closing: AlertClosing?
    ) {
        self.subject = subject
        self.unit = unit
        self.severity = severity
        self.isOpen = isOpen
        self.since = since
        self.due = due
        self.isRetrospective = isRetrospective
        self.evidence = evidence
        self.remark = remark
        self.closing = closing
    }
}
