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

    /// Which stop now holds the test that made the duty of each that is gone, or else its first test.
    func successors(of gone: [String: String], _ session: borrowing Session) throws -> [String: String] {
        guard check.subject == .stop else { return [:] }
        let holders = try StopStore.holders(of: Array(gone.values) + Array(gone.keys), region: region, session)
        return gone.reduce(into: [:]) { $0[$1.key] = holders[$1.value] ?? holders[$1.key] }
    }

    /// Lets open alerts follow their trouble to the stop that now holds it, so that one trouble keeps one number. An
    /// alert stays where it is if the other stop has one of its own.
    private func follow(
        _ successors: [String: String],
        _ findings: [FindingRow],
        _ session: borrowing Session
    ) throws {
        let spoken = Set(findings.map(\.subject))
        let moves = successors.filter { spoken.contains($0.value) && $0.key != $0.value }
        guard !moves.isEmpty else { return }
        let subjects = Array(moves.keys) + Array(Set(moves.values))
        let alerts = try AlertStore.alerts(of: check.id, subjects: subjects, region: region, session)
        var taken = Set(alerts.map(\.subject))
        for alert in alerts.sorted(by: { $0.number < $1.number }) where alert.isOpen {
            guard let successor = moves[alert.subject], taken.insert(successor).inserted else { continue }
            try AlertStore.move(alert.number, to: successor, session)
            let event = AlertEventRow(
                at: now,
                event: AlertEvent.updated.rawValue,
                severity: alert.severity,
                due: alert.due,
                remark: "subject_was:\(alert.subject)",
                ruleVersion: alert.ruleVersion,
                lawVersion: alert.lawVersion,
                evidence: alert.evidence
            )
            try AlertStore.append(event, to: alert.number, session)
        }
    }

    /// Works out and writes what changes.
    ///
    /// - Parameters:
    ///   - findings: what is said now.
    ///   - late: subjects whose duty was fulfilled late, where the check keeps that.
    ///   - examined: all subjects that were asked about: of what is silent about one the alert closes.
    ///   - successors: what became of stops that are no more.
    ///   - session: in the transaction of the review.
    /// - Returns: one event for each change.
    /// - Throws: `DatabaseError`.
    func changes(
        _ findings: [FindingRow],
        late: Set<String>,
        examined: [String],
        successors: [String: String],
        _ session: borrowing Session
    ) throws -> [AlertEvent] {
        try follow(successors, findings, session)
        let rows = try AlertStore.alerts(of: check.id, subjects: examined, region: region, session)
        var known = Dictionary(rows.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let relevant = findings.filter {
            $0.state == .violated || known[$0.subject] != nil || late.contains($0.subject)
        }
        guard !relevant.isEmpty || !rows.isEmpty else { return [] }
        let evidence = try EvidenceWriter(check: check, law: configuration.law).evidence(
            of: relevant,
            region: region,
            session
        )
        var book = AlertBook(rows.map(AlertState.init))
        let changes = book.absorb(
            relevant.map { finding($0, isLate: late.contains($0.subject), evidence[$0.subject] ?? "{}") },
            successors: successors
        )
        let writer = AlertWriter(
            region: region,
            check: check.id,
            version: check.version,
            lawVersion: configuration.lawVersion,
            now: now
        )
        // What was done late is opened and closed in one step: the second one finds the row of the first.
        for change in changes {
            let subject = change.alert.subject.subject
            known[subject] = try writer.write(change, known[subject], session)
        }
        return changes.map(\.event)
    }

    private func finding(_ row: FindingRow, isLate: Bool, _ evidence: String) -> AlertFinding {
        AlertFinding(
            subject: AlertSubject(check: row.check, subject: row.subject),
            unit: row.unit,
            state: row.state,
            severity: row.severity,
            since: row.since,
            due: row.due,
            isRetrospective: row.due.adding(seconds: configuration.retrospectiveDays * 86400) < now,
            wasLate: isLate,
            evidence: evidence
        )
    }
}
