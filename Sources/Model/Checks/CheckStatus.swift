/// How far a check has got: what it may do.
package enum CheckStatus: String, Sendable, CaseIterable, Codable {
    /// Runs only when a person runs it.
    case draft
    /// Records findings and raises nothing.
    case shadow
    case active
    /// Runs no more; what it had raised is closed.
    case retired

    /// Whether reviews run it.
    package var runs: Bool { self == .shadow || self == .active }
}
