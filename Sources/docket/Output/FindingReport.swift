import Model
import Store

/// What machines are told of a finding. Times with their offset.
struct FindingReport: Encodable {
    let subject: String
    let unit: String
    let state: String
    let severity: String
    let band: String
    let since: String
    let due: String
    /// The deadline reaches beyond the work calendar.
    let isProvisional: Bool
    let answeredAt: String?
    let awaits: String?
    let facts: [String: String]?
    let records: [String]?

    init(_ finding: FindingRow) {
        (subject, unit, state) = (finding.subject, finding.unit, finding.state.rawValue)
        (severity, band) = (finding.severity.rawValue, finding.band)
        (since, due) = (finding.since.chinaRFC3339Text, finding.due.chinaRFC3339Text)
        (isProvisional, awaits) = (finding.isProvisional, finding.awaits)
        answeredAt = finding.answeredAt?.chinaRFC3339Text
        let details = FindingDetails(finding.details)
        (facts, records) = (details.facts, details.records)
    }
}
