import FoundationEssentials
import Model
import Postgres
import Settings
import Store

/// Writes down, as JSON, what leads from a subject back to bytes.
struct EvidenceWriter {
    let check: CheckDefinition

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

/// The shape of the evidence in the database.
private struct Evidence: Encodable {
    let clock: String?
    let due: String
    let since: String
    let legalBasis: [String]
    let records: [Record]

    struct Record: Encodable {
        let kind: String
        let key: String
        let revision: Int64
        let sha256: String
        let file: String
        let line: Int64
        let byteFrom: Int64
        let byteLength: Int64
        let strength: String?
        let reasons: String?
        let refused: String?

        init(_ source: EvidenceQuery.Source) {
            kind = source.kind
            key = source.key
            revision = source.revision
            sha256 = source.sha256
            file = source.fileName
            line = source.line
            byteFrom = source.byteFrom
            byteLength = source.byteLength
            strength = source.strength.isEmpty ? nil : source.strength
            reasons = source.reasons.isEmpty ? nil : source.reasons
            refused = source.refusal
        }
    }
}
