import Model
import Postgres
import Settings
import Store

/// Finds what a person means by a subject of a check.
struct SubjectLookup {
    private let check: CheckDefinition
    private let region: Int32

    init(_ check: CheckDefinition, region: Int32) {
        self.check = check
        self.region = region
    }

    /// The subject as the check knows it: a test is told by the stop that holds it.
    func subject(of asked: String, _ session: borrowing Session) throws -> String {
        guard check.subject == .stop else { return asked }
        return try StopStore.holders(of: [asked], region: region, session)[asked] ?? asked
    }

    /// Whether there is such a thing.
    func isKnown(_ subject: String, _ session: borrowing Session) throws -> Bool {
        guard let kind = check.subject.recordKind else { return true }
        let keys = Self.prefixes(of: subject)
        return try !RecordQuery.known(keys, of: kind, region: region, session).isEmpty
    }

    /// The subjects under review a subject may hang on; nil where everything must be gone through.
    static func scopes(of subject: String, _ check: CheckDefinition) -> ReviewSubjects? {
        guard !check.subject.isPeriod else { return nil }
        return ReviewSubjects(keys: [check.subject: prefixes(of: subject)])
    }

    /// `A1|lab` may be a duty of `A1`.
    private static func prefixes(of subject: String) -> [String] {
        var parts = subject.split(separator: "|", omittingEmptySubsequences: false)
        var prefixes: [String] = []
        while !parts.isEmpty {
            prefixes.append(parts.joined(separator: "|"))
            parts.removeLast()
        }
        return prefixes
    }
}
