import Model

/// The alerts known of the subjects under review, and what findings change about them.
///
/// - A violated finding opens, updates or reopens. What reopens keeps its number and its old clock.
/// - A finding that holds closes by evidence. Seen first when done already, but late, and where the check keeps a record
///   of lateness, it opens and closes in one step and is never in the open list (ruling 13).
/// - A finding undetermined or not due opens nothing and closes nothing: an alert once raised on complete data does not
///   lapse because a feed fell behind or a delivery was withdrawn. It stays open with a remark.
/// - A subject of which a check that ran says nothing any more closes as gone, or as merged into its successor.
///
/// Every subject is decided by itself, so neither the order of the input nor its grouping matters, and the same findings
/// a second time change nothing.
package struct AlertBook: Equatable, Sendable {
    private var alerts: [AlertSubject: AlertState]

    /// A book of the alerts, open and closed, of exactly the subjects under review and the checks that ran: silence
    /// about any of them closes it.
    package init(_ alerts: [AlertState]) {
        self.alerts = [:]
        for alert in alerts { self.alerts[alert.subject] = alert }
    }

    /// How the alerts stand, by check and subject.
    package var states: [AlertState] {
        alerts.values.sorted { $0.subject < $1.subject }
    }

    /// Takes in what the checks say now.
    ///
    /// `findings` holds all that is said of the subjects under review, `successors` what became of subjects that no
    /// longer exist, by check subject. Changes come by check and subject, those of one alert in the order they happened.
    package mutating func absorb(_ findings: [AlertFinding], successors: [String: String]) -> [AlertChange] {
        var bySubject: [AlertSubject: AlertFinding] = [:]
        for finding in findings { bySubject[finding.subject] = finding }
        var changes: [AlertChange] = []
        for subject in Set(alerts.keys).union(bySubject.keys).sorted() {
            let steps = Self.steps(
                from: alerts[subject],
                by: bySubject[subject],
                successor: successors[subject.subject]
            )
            if let last = steps.last { alerts[subject] = last.alert }
            changes += steps
        }
        return changes
    }

    private static func steps(
        from alert: AlertState?,
        by finding: AlertFinding?,
        successor: String?
    ) -> [AlertChange] {
        guard let finding else { return closing(alert, successor.map { .mergedInto($0) } ?? .subjectGone) }
        switch finding.state {
        case .violated:
            guard let alert else { return [AlertChange(event: .opened, alert: AlertState(opening: finding))] }
            return raising(alert, finding)
        case .holds:
            guard alert == nil, finding.wasLate else { return closing(alert, .evidence, with: finding.evidence) }
            let opened = AlertState(opening: finding)
            return [AlertChange(event: .opened, alert: opened)] + closing(opened, .evidence, with: finding.evidence)
        case .undetermined: return remarking(alert, .undetermined)
        case .notDue: return remarking(alert, .notDue)
        }
    }

    private static func raising(_ alert: AlertState, _ finding: AlertFinding) -> [AlertChange] {
        if case .person = alert.closing, finding.severity <= alert.severity { return [] }
        var raised = alert
        raised.isOpen = true
        raised.closing = nil
        raised.remark = nil
        raised.unit = finding.unit
        raised.severity = finding.severity
        raised.evidence = finding.evidence
        if finding.due < alert.due { (raised.since, raised.due) = (finding.since, finding.due) }
        guard raised != alert else { return [] }
        return [AlertChange(event: alert.isOpen ? .updated : .reopened, alert: raised)]
    }

    private static func remarking(_ alert: AlertState?, _ remark: AlertRemark) -> [AlertChange] {
        guard var alert, alert.isOpen, alert.remark != remark else { return [] }
        alert.remark = remark
        return [AlertChange(event: .updated, alert: alert)]
    }

    /// What closed it is kept with it, where there is any.
    private static func closing(
        _ alert: AlertState?,
        _ reason: AlertClosing,
        with evidence: String? = nil
    ) -> [AlertChange] {
        guard var alert, alert.isOpen else { return [] }
        if let evidence { alert.evidence = evidence }
        alert.isOpen = false
        alert.remark = nil
        alert.closing = reason
        return [AlertChange(event: .closed, alert: alert)]
    }
}

extension AlertState {
    fileprivate init(opening finding: AlertFinding) {
        self.init(
            subject: finding.subject,
            unit: finding.unit,
            severity: finding.severity,
            isOpen: true,
            since: finding.since,
            due: finding.due,
            isRetrospective: finding.isRetrospective,
            evidence: finding.evidence,
            remark: nil,
            closing: nil
        )
    }
}
