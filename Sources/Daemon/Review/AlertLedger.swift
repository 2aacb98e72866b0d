import Alerts
import Model
import Postgres
import Settings
import Store

/// Keeps the alerts of one check in step with its findings.
struct AlertLedger {
    private let configuration: Configuration
    private let check: CheckDefinition
    private let now: Instant

    init(_ configuration: Configuration, check: CheckDefinition, now: Instant) {
        self.configuration = configuration
        self.check = check
        self.now = now
    }

    private var region: Int32 { configuration.region }

    /// Which stop now holds the first test of each that is gone.
    func successors(of gone: [String], _ session: borrowing Session) throws -> [String: String] {
        guard check.subject == .stop else { return [:] }
        return try StopStore.holders(of: gone, region: region, session)
    }

    /// Works out and writes what changes.
    ///
    /// - Returns: one event for each change.
    func changes(
        _ findings: [FindingRow],
        examined: [String],
        successors: [String: String],
        _ session: borrowing Session
    ) throws -> [AlertEvent] {
        let rows = try AlertStore.alerts(of: check.id, subjects: examined, region: region, session)
        let known = Dictionary(rows.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let relevant = findings.filter { $0.state == .violated || known[$0.subject] != nil }
        guard !relevant.isEmpty || !rows.isEmpty else { return [] }
        let evidence = try EvidenceWriter(check: check).evidence(of: relevant, region: region, session)
        var book = AlertBook(rows.map(state))
        let changes = book.absorb(relevant.map { finding($0, evidence[$0.subject] ?? "{}") }, successors: successors)
        for change in changes { try write(change, known[change.alert.subject.subject], session) }
        return changes.map(\.event)
    }

    private func state(_ row: AlertRow) -> AlertState {
        AlertState(
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

    private func finding(_ row: FindingRow, _ evidence: String) -> AlertFinding {
        AlertFinding(
            subject: AlertSubject(check: row.check, subject: row.subject),
            unit: row.unit,
            state: row.state,
            severity: row.severity,
            since: row.since,
            due: row.due,
            isRetrospective: row.due.adding(seconds: configuration.retrospectiveDays * 86400) < now,
            wasLate: false,
            evidence: evidence
        )
    }

    private func write(_ change: AlertChange, _ before: AlertRow?, _ session: borrowing Session) throws {
        let alert = change.alert
        var row = AlertRow(
            number: before?.number ?? AlertKey(region: region, year: Int32(ChinaTime.day(of: now).year), number: 0),
            check: check.id,
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
            ruleVersion: check.version,
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
            ruleVersion: check.version,
            evidence: alert.evidence
        )
        try AlertStore.append(event, to: row.number, session)
    }
}
