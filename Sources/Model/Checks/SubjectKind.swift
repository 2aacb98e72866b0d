/// What a check speaks of, and by what the engine finds the subjects a change may concern.
package enum SubjectKind: String, Sendable, CaseIterable, Codable {
    /// The tests of one person on one occasion, where one was positive or refused.
    case stop
    case notice
    case test
    case caseFile = "case"
    case recording
    case violation
    case complaint
    case accident
    case examSession = "exam_session"
    /// A breath tester, registered or not, by its code.
    case device
    /// The happenings of one day of duty, which begins at six in the morning: `2025-03-03`.
    case day
    /// The happenings of one month, China time: `2025-03`.
    case month

    /// Whether its subjects are stretches of time.
    package var isPeriod: Bool { self == .day || self == .month }
}
