package import Model

/// What a row of a check amounts to now.
package struct FindingEvaluation: Equatable, Sendable {
    package var state: FindingState
    /// When it should have been done at the latest; nil where the work calendar does not reach so far.
    package var due: Instant?
    /// When a warning is due; nil where the clock has none.
    package var warnAt: Instant?
    /// What an undetermined finding waits for; empty otherwise.
    package var awaits: [Await]
    /// Done, but after `due`.
    package var wasLate: Bool

    package init(state: FindingState, due: Instant?, warnAt: Instant?, awaits: [Await], wasLate: Bool) {
        self.state = state
        self.due = due
        self.warnAt = warnAt
        self.awaits = awaits
        self.wasLate = wasLate
    }
}

/// Something without which a finding cannot be decided.
package enum Await: Hashable, Sendable {
    /// The feed is not complete past the deadline.
    case feed(Kind, name: String)
    /// No feed brings these records for the unit.
    case noFeed(Kind)
    /// The work calendar of the year of the deadline.
    case calendar
    /// The clock that was in force when the trouble began.
    case law

    /// In short and for storing, such as `case_file:county-register`.
    package var code: String {
        switch self {
        case .feed(let kind, let name): "\(kind.rawValue):\(name)"
        case .noFeed(let kind): "\(kind.rawValue)"
        case .calendar: "calendar"
        case .law: "law"
        }
    }
}
