import Checks
import Model
import Postgres
import Settings
import Store

/// Turns what the SQL of one check says into findings.
struct CheckJudge {
    private let check: CheckDefinition
    private let feeds: [FeedCompleteness]
    private let law: Law
    private let lawVersion: String
    private let now: Instant

    init(_ check: CheckDefinition, _ law: Law, version: String, feeds: [FeedCompleteness], now: Instant) {
        self.check = check
        self.feeds = feeds
        self.law = law
        lawVersion = version
        self.now = now
    }

    /// The finding of an answer, unless a person has decided to leave its subject alone for now.
    ///
    /// - Throws: `DatabaseError` where the answer names a band or a clock the check does not have.
    func finding(_ answer: CheckQuery.Answer) throws -> FindingRow? {
        guard !check.exceptions.contains(where: { $0.covers(answer.subject, on: ChinaTime.day(of: now)) }) else {
            return nil
        }
        let row = CheckRow(
            subject: answer.subject,
            unit: answer.unit,
            since: answer.since,
            isAnswered: answer.isAnswered,
            answeredAt: answer.answeredAt,
            waits: answer.waits,
            band: answer.band,
            clock: answer.clock,
            pause: answer.pause
        )
        return try finding(row, scope: answer.scope, details: answer.details)
    }

    /// The same finding at a later time: only the clock and the feeds moved on.
    func again(_ finding: FindingRow) throws -> FindingRow {
        let row = CheckRow(
            subject: finding.subject,
            unit: finding.unit,
            since: finding.since,
            isAnswered: finding.isAnswered,
            answeredAt: finding.answeredAt,
            waits: finding.waits,
            band: check.rises.isEmpty ? finding.band : nil,
            clock: finding.clock,
            pause: finding.pause
        )
        return try self.finding(row, scope: finding.scope, details: finding.details)
    }

    private func finding(_ row: CheckRow, scope: String, details: String?) throws -> FindingRow {
        let ladder = try Ladder(check, row, law)
        let evaluation = ladder.rule(law.calendar, claimsAbsence: !check.absenceOf.isEmpty).evaluate(
            row,
            completeness: Completeness(of: check.absenceOf, for: row.unit, feeds: feeds),
            excuses: Completeness(of: check.excusedBy, for: row.unit, feeds: feeds),
            now: now
        )
        return FindingRow(
            check: check.id,
            subject: row.subject,
            scope: scope,
            unit: row.unit,
            state: evaluation.state,
            severity: evaluation.band.severity,
            band: evaluation.band.name,
            since: row.since,
            due: evaluation.due,
            isProvisional: evaluation.isProvisional,
            isAnswered: row.isAnswered,
            answeredAt: row.answeredAt,
            waits: row.waits,
            awaits: evaluation.awaits.isEmpty ? nil : evaluation.awaits.map(\.code).joined(separator: ","),
            clock: row.clock,
            pause: row.pause,
            details: details,
            ruleVersion: check.version,
            lawVersion: lawVersion
        )
    }

    /// Whether a finding is of a duty fulfilled late, which the check keeps.
    func wasLate(_ finding: FindingRow) -> Bool {
        guard check.keepsLateness, finding.isAnswered, !finding.isProvisional else { return false }
        return finding.answeredAt.map { $0 > finding.due } ?? false
    }
}
