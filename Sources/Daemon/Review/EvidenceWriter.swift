import FoundationEssentials
import Model
import Postgres
import Settings
import Store

/// Writes down, as JSON, what leads from a subject back to bytes.
struct EvidenceWriter {
    let check: CheckDefinition
    let law: Law

    /// The evidence of each finding, by subject. Keys are sorted, so that equal evidence is equal text.
    func evidence(of findings: [FindingRow], region: Int32, _ session: borrowing Session) throws -> [String: String] {
        let subjects = findings.map(\.subject)
        let details = findings.map { FindingDetails($0.details) }
        let own =
            switch check.subject {
            case .stop: try EvidenceQuery.ofStops(subjects, region: region, session)
            case .notice: try EvidenceQuery.ofNotices(subjects, region: region, session)
            default: [EvidenceQuery.Source]()
            }
        let named = zip(findings, details).flatMap { finding, details in
            (details.records ?? ownRecord(of: finding)).compactMap { EvidenceQuery.Named(finding.subject, $0) }
        }
        let sources = own + (try EvidenceQuery.ofRecords(named, region: region, session))
        let bySubject = Dictionary(grouping: sources, by: \.subject)
        var written: [String: String] = [:]
        for (finding, details) in zip(findings, details) {
            written[finding.subject] = try text(finding, details, bySubject[finding.subject] ?? [])
        }
        return written
    }

    /// Where the SQL names no records the subject is one itself.
    private func ownRecord(of finding: FindingRow) -> [String] {
        guard check.subject != .stop, check.subject != .notice else { return [] }
        return check.subject.recordKind.map { ["\($0.rawValue):\(finding.scope)"] } ?? []
    }

    private func text(
        _ finding: FindingRow,
        _ details: FindingDetails,
        _ sources: [EvidenceQuery.Source]
    ) throws -> String {
        let day = ChinaTime.day(of: finding.since)
        let clock = finding.clock ?? check.clock ?? check.rises.first?.clock
        let evidence = Evidence(
            clock: clock,
            clockCitation: clock.flatMap { law.clock($0, on: day) }?.validity.citation,
            due: finding.due.chinaRFC3339Text,
            since: finding.since.chinaRFC3339Text,
            legalBasis: check.legalTexts(on: day),
            records: sources.map(Evidence.Record.init),
            band: finding.band,
            facts: details.facts
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(evidence), as: UTF8.self)
    }
}
