import Model
import Store

/// What leads from an alert back to the law and to bytes, as it stands in the database.
package struct Evidence: Codable, Equatable, Sendable {
    /// Code of the time limit; nil where the trouble stands at once.
    package let clock: String?
    /// Where the limit that was in force at the time is written; nil where there is none.
    package let clockCitation: String?
    /// RFC 3339.
    package let due: String
    /// RFC 3339.
    package let since: String
    package let legalBasis: [String]
    package let records: [Record]
    /// Name of the degree; nil for alerts raised before checks had any.
    package let band: String?
    /// What the SQL showed beside its verdict, by column; nil where it shows nothing.
    package let facts: [String: String]?

    /// A record that speaks of the subject, and where it stands in the archived file.
    package struct Record: Codable, Equatable, Sendable {
        package let kind: String
        package let key: String
        package let revision: Int64
        /// Of the file.
        package let sha256: String
        package let file: String
        /// The member of a packed file or the sheet of a workbook; nil where the file is one part.
        package let part: String?
        package let line: Int64
        package let byteFrom: Int64
        package let byteLength: Int64
        /// For candidates that were tried: how surely they belong to the subject.
        package let strength: String?
        /// What they have in common; for a test why it is no driver test.
        package let reasons: String?
        /// Why a candidate does not answer; nil where it does, or is none.
        package let refused: String?

        init(_ source: EvidenceQuery.Source) {
            kind = source.kind
            key = source.key
            revision = source.revision
            sha256 = source.sha256
            file = source.fileName
            part = source.part
            line = source.line
            byteFrom = source.byteFrom
            byteLength = source.byteLength
            strength = source.strength.isEmpty ? nil : source.strength
            reasons = source.reasons.isEmpty ? nil : source.reasons
            refused = source.refusal
        }
    }
}
