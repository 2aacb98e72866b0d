import Model

/// How a review did against the answer key.
package struct Score: Equatable, Sendable {
    package let planted: Int
    package let found: Int
    package let missed: Int
    package let falseAlarms: Int
    /// What was missed, and what was raised without cause, for a person to look up: `check subject`.
    package let missedSubjects: [String]
    package let falseSubjects: [String]

    /// A planted trouble is found where it is seen in just the state the key gives; whatever else is open is a false
    /// alarm, be it a trap, an undetermined one or something nobody planned.
    package init(_ key: AnswerKey, observed: [Observation]) {
        let seen = Set(observed.map { "\($0.state.rawValue) \($0.check) \($0.subject)" })
        let violated = Set(key.planted.filter { $0.state == .violated }.map { "\($0.check) \($0.subject)" })
        let missing = key.planted.filter { planted in
            let name = "\(planted.check) \(planted.subject)"
            let isOpen = seen.contains("violated \(name)")
            return planted.state == .violated ? !isOpen : isOpen || !seen.contains("\(planted.state.rawValue) \(name)")
        }
        let alarms = Set(observed.filter { $0.state == .violated }.map { "\($0.check) \($0.subject)" })
        falseSubjects = alarms.subtracting(violated).sorted()
        missedSubjects = missing.map { "\($0.check) \($0.subject)" }
        planted = key.planted.count
        missed = missing.count
        found = key.planted.count - missing.count
        falseAlarms = falseSubjects.count
    }

    package var isPerfect: Bool { missed == 0 && falseAlarms == 0 }

    /// The line the demo prints.
    package var line: String { "demo: planted \(planted), found \(found), missed \(missed), false \(falseAlarms)" }
}
