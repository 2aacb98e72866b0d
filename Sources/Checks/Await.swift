package import Model

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
