import FoundationEssentials

/// What the SQL of a check shows of a finding beside its verdict.
package struct FindingDetails: Codable, Equatable, Sendable {
    /// The evidence columns by name, as text.
    package var facts: [String: String]?
    /// The records it rests on, each as `kind:key`.
    package var records: [String]?

    package init(facts: [String: String]?, records: [String]?) {
        self.facts = facts
        self.records = records
    }

    /// Reads what a finding keeps; nothing where it keeps nothing.
    package init(_ text: String?) {
        let details = text.flatMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
        (facts, records) = (details?.facts, details?.records)
    }
}
