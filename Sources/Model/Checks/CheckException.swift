/// A subject a check leaves alone for a time, by a decision somebody answers for.
package struct CheckException: Equatable, Sendable {
    /// A subject, or the beginning of several where it ends with `*`.
    package let subject: String
    /// The first day on which it no longer counts.
    package let until: Day
    package let reason: String
    /// Who decided it.
    package let by: String

    package init(subject: String, until: Day, reason: String, by: String) {
        self.subject = subject
        self.until = until
        self.reason = reason
        self.by = by
    }

    /// Whether it covers a subject on a day.
    package func covers(_ subject: String, on day: Day) -> Bool {
        guard day < until else { return false }
        guard self.subject.hasSuffix("*") else { return self.subject == subject }
        return subject.hasPrefix(self.subject.dropLast())
    }
}
