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
    /// Check by check, in the order of their names.
    package let checks: [CheckScore]
    /// Checks the key names and the configuration lacks: what was planted for them counts neither way.
    package let notSetUp: [String]

    /// A planted trouble is found where it is seen in just the state the key gives; whatever else is open is a false
    /// alarm, be it a trap, an undetermined one or something nobody planned.
    ///
    /// - Parameters:
    ///   - key: what was planted.
    ///   - observed: how the subjects stand.
    ///   - configured: the checks that are set up; nil where all those are that the key names.
    package init(_ key: AnswerKey, observed: [Observation], checks configured: Set<String>? = nil) {
        let named = Set(key.planted.map(\.check))
        notSetUp = configured.map { named.subtracting($0).sorted() } ?? []
        let left = Set(notSetUp)
        let due = key.planted.filter { !left.contains($0.check) }
        let raised = Dictionary(grouping: observed, by: \.check)
        let asked = Dictionary(grouping: due, by: \.check)
        checks = Set(raised.keys).union(asked.keys).union(configured ?? []).sorted().map {
            CheckScore($0, asked[$0] ?? [], observed: raised[$0] ?? [])
        }
        missedSubjects = checks.flatMap { check in check.missedSubjects.map { "\(check.check) \($0)" } }
        falseSubjects = checks.flatMap { check in check.falseSubjects.map { "\(check.check) \($0)" } }
        planted = due.count
        missed = missedSubjects.count
        found = due.count - missed
        falseAlarms = falseSubjects.count
    }

    package var isPerfect: Bool { missed == 0 && falseAlarms == 0 }

    /// The line the demo prints.
    package var line: String { "demo: planted \(planted), found \(found), missed \(missed), false \(falseAlarms)" }
}
