package import Model

/// What the daemon says of one subject.
package struct Observation: Equatable, Sendable {
    package var check: String
    package var subject: String
    /// `violated` stands for an open alert.
    package var state: FindingState

    package init(check: String, subject: String, state: FindingState) {
        self.check = check
        self.subject = subject
        self.state = state
    }
}
