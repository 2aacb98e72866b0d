/// Why an alert was closed.
package enum AlertClosing: Hashable, Sendable {
    /// What should have followed has followed.
    case evidence
    /// The check no longer speaks of the subject.
    case subjectGone
    /// The subject became part of another, which has an alert of its own where one is due.
    case mergedInto(String)
    /// A person gave a reason with evidence. Such an alert reopens only when the trouble has grown more severe.
    case person(reason: String)

    /// In short and for storing, such as `merged_into:JC01|17`.
    package var code: String {
        switch self {
        case .evidence: "evidence"
        case .subjectGone: "subject_gone"
        case .mergedInto(let subject): Self.mergedPrefix + subject
        case .person(let reason): Self.personPrefix + reason
        }
    }

    /// Reads what `code` wrote; nil for anything else.
    package init?(code: String) {
        switch code {
        case "evidence": self = .evidence
        case "subject_gone": self = .subjectGone
        case _ where code.hasPrefix(Self.mergedPrefix):
            self = .mergedInto(String(code.dropFirst(Self.mergedPrefix.count)))
        case _ where code.hasPrefix(Self.personPrefix):
            self = .person(reason: String(code.dropFirst(Self.personPrefix.count)))
        default: return nil
        }
    }

    private static let mergedPrefix = "merged_into:"
    private static let personPrefix = "person:"
}
