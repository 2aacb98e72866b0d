/// One trouble in a digest: an alert, or a finding that is not decided yet.
package struct DigestEntry: Equatable, Sendable {
    /// Such as `430800-2026-00012`; nil where no alert has been raised.
    package var alertNumber: String?
    package var check: String
    package var severity: Severity
    /// Twelve-digit code of the unit, or empty where the record names none.
    package var unit: String
    package var unitChinese: String
    package var unitEnglish: String
    /// When the matter itself happened, and the clock began.
    package var since: Instant
    /// When it should have been done at the latest.
    package var due: Instant
    /// What happened, in one masked line, such as the device, record number, reading and person.
    package var factsChinese: String
    package var factsEnglish: String
    /// Raised long after the deadline, by going through old data; never the cause of a notification.
    package var retrospective: Bool
    /// For undetermined entries: what is waited for. For closed ones: why. Empty otherwise.
    package var remarkChinese: String
    package var remarkEnglish: String

    package init(
        alertNumber: String?,
        check: String,
        severity: Severity,
        unit: String,
        unitChinese: String,
        unitEnglish: String,
        since: Instant,
        due: Instant,
        factsChinese: String,
        factsEnglish: String,
        retrospective: Bool,
        remarkChinese: String,
        remarkEnglish: String
    ) {
        self.alertNumber = alertNumber
        self.check = check
        self.severity = severity
        self.unit = unit
        self.unitChinese = unitChinese
        self.unitEnglish = unitEnglish
        self.since = since
        self.due = due
        self.factsChinese = factsChinese
        self.factsEnglish = factsEnglish
        self.retrospective = retrospective
        self.remarkChinese = remarkChinese
        self.remarkEnglish = remarkEnglish
    }
}
