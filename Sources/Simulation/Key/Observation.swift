package import Model

/// What the daemon says of one subject.
package struct Observation: Equatable, Sendable {
    package let check: String
    package let subject: String
    /// `violated` stands for an open alert.
    package let state: State

    package enum State: Equatable, Sendable {
        case finding(FindingState)
        /// An alert that was opened once and is closed.
        case closed
    }

    package init(check: String, subject: String, state: FindingState) {
        (self.check, self.subject, self.state) = (check, subject, .finding(state))
    }

    /// An alert that is closed.
    package init(closed subject: String, of check: String) {
        (self.check, self.subject, state) = (check, subject, .closed)
    }
}
