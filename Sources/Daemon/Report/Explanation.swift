import FoundationEssentials
package import Model
import Postgres
package import Settings
package import Store

/// Everything behind one alert: the rule as it was, the clock, what each record said, what was tried, what happened.
package struct Explanation: Sendable {
    package let alert: AlertRow
    /// The version of the check the alert was judged by; nil where nobody wrote it down.
    package let rule: RuleStore.Rule?
    /// The check as it is now, where that is still the same version.
    package let check: CheckDefinition?
    package let clock: Clock?
    package let unit: (chinese: String, english: String)
    /// One masked line about the subject.
    package let facts: (chinese: String, english: String)
    package let evidence: Evidence
    /// What the records of the evidence said, in their order.
    package let values: [[(name: String, text: String)]]
    package let history: [AlertEventRow]
    /// The days of the time limit, each with its standing; none where it is of hours.
    package let days: [ClockDay]
    /// What the check compared, as the evidence tells it.
    package let compared: [(chinese: String, english: String, value: String)]
    /// Why it is as grave as it is.
    package let reason: (chinese: String, english: String)?

    /// - Returns: nil where there is no such alert.
    /// - Throws: `DatabaseError`; `DecodingError` where the evidence is not of this program's shape.
    init?(_ key: AlertKey, _ configuration: Configuration, _ session: borrowing Session) throws {
        guard let alert = try AlertStore.alert(key, session) else { return nil }
        self.alert = alert
        rule = try RuleStore.rule(alert.check, version: alert.ruleVersion, session)
        check = configuration.checks.first { $0.id == alert.check && $0.version == alert.ruleVersion }
        evidence = try JSONDecoder().decode(Evidence.self, from: Data(alert.evidence.utf8))
        clock = evidence.clock.flatMap { configuration.law.clock($0, on: ChinaTime.day(of: alert.since)) }
        unit = UnitNames(configuration)[alert.unit]
        days = clock?.days(from: alert.since, calendar: configuration.law.calendar) ?? []
        let band = evidence.band ?? ""
        let details = FindingDetails(facts: evidence.facts, records: nil)
        compared = check.map { ShownDetails($0, (band, details)).facts } ?? []
        reason = check?.band(band).map { ($0.reasonChinese, $0.reasonEnglish) }
        let subjects = [(alert.check, alert.subject)]
        facts = try SubjectFacts(configuration, subjects: subjects, session)[alert.check, alert.subject]
        var values: [[(name: String, text: String)]] = []
        for record in evidence.records {
            guard let kind = Kind(rawValue: record.kind) else { continue }
            values.append(
                try RecordQuery.values(of: kind, record.key, revision: record.revision, region: key.region, session)
            )
        }
        self.values = values
        history = try AlertStore.history(key, session)
    }
}
