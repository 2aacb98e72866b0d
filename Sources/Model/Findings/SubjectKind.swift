/// What a check speaks of.
package enum SubjectKind: String, Sendable, CaseIterable, Codable {
    case stop
    case notice
}
