import Alerts
import Model
import Postgres
import Store

/// Writes what changes about the alerts of one check: the alert as it stands, and the step in its history.
struct AlertWriter {
    let region: Int32
    let check: String
    let version: String
    let lawVersion: String
    let now: Instant

    /// Writes one change.
    ///
    /// - Returns: the alert as it stands then.
    /// - Throws: `DatabaseError`.
    @discardableResult
    func write(_ change: AlertChange, _ before: AlertRow?, _ session: borrowing Session) throws -> AlertRow {
        let alert = change.alert
        var row = AlertRow(
            number: before?.number ?? AlertKey(region: region, year: Int32(ChinaTime.day(of: now).year), number: 0),
            check: check,
            subject: alert.subject.subject,
            unit: alert.unit,
            severity: alert.severity,
            isOpen: alert.isOpen,
            since: alert.since,
            due: alert.due,
            openedAt: before?.openedAt ?? now,
            closedAt: alert.isOpen ? nil : (before?.closedAt ?? now),
            closedBecause: alert.closing?.code,
            remark: alert.remark?.rawValue,
            isRetrospective: alert.isRetrospective,
            ruleVersion: version,
            lawVersion: lawVersion,
            evidence: alert.evidence
        )
        if change.event == .closed { row.closedAt = now }
        if before == nil {
            row.number = try AlertStore.insert(row, region: region, session)
        } else {
            try AlertStore.update(row, session)
        }
        let event = AlertEventRow(
            at: now,
            event: change.event.rawValue,
            severity: alert.severity,
            due: alert.due,
            remark: alert.closing?.code ?? alert.remark?.rawValue,
            ruleVersion: version,
            lawVersion: lawVersion,
            evidence: alert.evidence
        )
        try AlertStore.append(event, to: row.number, session)
        return row
    }
}

extension AlertState {
    /// As it stands in the database.
    init(_ row: AlertRow) {
        self.init(
            subject: AlertSubject(check: row.check, subject: row.subject),
            unit: row.unit,
            severity: row.severity,
            isOpen: row.isOpen,
            since: row.since,
            due: row.due,
            isRetrospective: row.isRetrospective,
            evidence: row.evidence,
            remark: row.remark.flatMap { AlertRemark(rawValue: $0) },
            closing: row.closedBecause.flatMap { AlertClosing(code: $0) }
        )
    }
}
