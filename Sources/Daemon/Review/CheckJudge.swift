import Checks
import Model
import Postgres
import Settings
import Store

/// Turns what the SQL of one check says into findings.
struct CheckJudge {
    private let check: CheckDefinition
    private let template: SQLTemplate
    private let feeds: [FeedCompleteness]
    private let law: Law
    private let now: Instant

    /// - Throws: `SQLTemplateError`.
    init(_ check: CheckDefinition, _ configuration: Configuration, feeds: [FeedCompleteness], now: Instant) throws {
        self.check = check
        template = try SQLTemplate(check.sql)
        self.feeds = feeds
        law = configuration.law
        self.now = now
    }

    var sql: String { template.sql }

    func parameters(_ subjects: [String], _ region: Int32) -> [Parameter] {
        template.parameters.map { name in
            switch name {
            case "region": .integer32(region)
            case "subjects": .texts(subjects)
            default:
                switch check.parameters[name] {
                case .integer(let value): .integer(value)
                case .text(let value): .text(value)
                case nil: .null
                }
            }
        }
    }

    func finding(_ answer: CheckQuery.Answer) -> FindingRow {
        let row = CheckRow(
            subject: answer.subject,
            unit: answer.unit,
            since: answer.since,
            isAnswered: answer.isAnswered,
            answeredAt: nil,
            waits: answer.waits,
            severity: answer.severity
        )
        return finding(row)
    }

    /// The same finding at a later time: only the clock and the feeds moved on.
    func again(_ finding: FindingRow) -> FindingRow {
        let row = CheckRow(
            subject: finding.subject,
            unit: finding.unit,
            since: finding.since,
            isAnswered: finding.isAnswered,
            answeredAt: nil,
            waits: finding.waits,
            severity: finding.severity
        )
        return self.finding(row)
    }

    private func finding(_ row: CheckRow) -> FindingRow {
        let clock = check.clock.flatMap { law.clock($0, on: ChinaTime.day(of: row.since)) }
        let rule = FindingRule(
            clock: clock,
            isClockUnknown: check.clock != nil && clock == nil,
            calendar: law.calendar,
            claimsAbsence: !check.absenceOf.isEmpty
        )
        let evaluation = rule.evaluate(
            row,
            completeness: Completeness(of: check.absenceOf, for: row.unit, feeds: feeds),
            excuses: Completeness(of: check.excusedBy, for: row.unit, feeds: feeds),
            now: now
        )
        return FindingRow(
            check: check.id,
            subject: row.subject,
            unit: row.unit,
            state: evaluation.state,
            severity: row.severity,
            since: row.since,
            due: evaluation.due ?? row.since,
            isAnswered: row.isAnswered,
            waits: row.waits,
            awaits: evaluation.awaits.isEmpty ? nil : evaluation.awaits.map(\.code).joined(separator: ","),
            ruleVersion: check.version
        )
    }
}
