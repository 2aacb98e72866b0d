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
        let sources =
            switch check.subject {
            case .stop: try EvidenceQuery.ofStops(subjects, region: region, session)
            case .notice: try EvidenceQuery.ofNotices(subjects, region: region, session)
            }
        let bySubject = Dictionary(grouping: sources, by: \.subject)
        var written: [String: String] = [:]
        for finding in findings { written[finding.subject] = try text(finding, bySubject[finding.subject] ?? []) }
        return written
    }

    private func text(_ finding: FindingRow, _ sources: [EvidenceQuery.Source]) throws -> String {
        let evidence = Evidence(
            clock: check.clock,
            clockCitation: check.clock.flatMap { law.clock($0, on: ChinaTime.day(of: finding.since)) }?.validity
                .citation,
            due: finding.due.chinaRFC3339Text,
            since: finding.since.chinaRFC3339Text,
            legalBasis: check.legalBasis,
            records: sources.map(Evidence.Record.init)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(evidence), as: UTF8.self)
    }
}
