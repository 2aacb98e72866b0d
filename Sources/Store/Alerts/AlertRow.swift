package import Model

/// An alert as it stands in the database.
package struct AlertRow: Equatable, Sendable {
    package var number: AlertKey
    package var check: String
    package var subject: String
    package var unit: String
    package var severity: Severity
    package var isOpen: Bool
    package var since: Instant
    package var due: Instant
    package var openedAt: Instant
    package var closedAt: Instant?
    package var closedBecause: String?
    /// Why an open alert cannot be judged anew just now.
    package var remark: String?
    package var isRetrospective: Bool
    package var ruleVersion: String
    /// Version of the thresholds, clocks and calendar; empty where no clock or line is asked.
    package var lawVersion: String
    /// JSON, as stored.
    package var evidence: String

    package init(
        number: AlertKey,
        check: String,
        subject: String,
        unit: String,
        severity: Severity,
        isOpen: Bool,
        since: Instant,
        due: Instant,
        openedAt: Instant,
        closedAt: Instant?,
        closedBecause: String?,
        remark: String?,
        isRetrospective: Bool,
        ruleVersion: String,
        lawVersion: String,
        evidence: String
    ) {
        self.number = number
        self.check = check
        self.subject = subject
        self.unit = unit
        self.severity = severity
        self.isOpen = isOpen
        self.since = since
        self.due = due
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.closedBecause = closedBecause
        self.remark = remark
        self.isRetrospective = isRetrospective
        self.ruleVersion = ruleVersion
        self.lawVersion = lawVersion
        self.evidence = evidence
    }
}

/// What names an alert for good.
package struct AlertKey: Hashable, Comparable, Sendable {
    package var region: Int32
    package var year: Int32
    package var number: Int64

    package init(region: Int32, year: Int32, number: Int64) {
        self.region = region
        self.year = year
        self.number = number
    }

    package static func < (left: AlertKey, right: AlertKey) -> Bool {
        (left.region, left.year, left.number) < (right.region, right.year, right.number)
    }
}
