import Model

/// How one check did against the answer key.
package struct CheckScore: Equatable, Sendable {
    package let check: String
    package let planted: Int
    package let found: Int
    /// Alerts that are open, with cause or without.
    package let raised: Int
    package let missedSubjects: [String]
    package let falseSubjects: [String]

    init(_ check: String, _ planted: [AnswerKey.Planted], observed: [Observation]) {
        func subjects(_ state: Observation.State) -> Set<String> {
            Set(observed.filter { $0.state == state }.map(\.subject))
        }
        let open = subjects(.finding(.violated))
        let seen: [PlantedState: Set<String>] = [
            .violated: open, .undetermined: subjects(.finding(.undetermined)).subtracting(open),
            .closed: subjects(.closed).subtracting(open),
        ]
        let violated = Set(planted.filter { $0.state == .violated }.map(\.subject))
        self.check = check
        missedSubjects = planted.filter { !(seen[$0.state]?.contains($0.subject) ?? false) }.map(\.subject)
        falseSubjects = open.subtracting(violated).sorted()
        self.planted = planted.count
        found = planted.count - missedSubjects.count
        raised = open.count
    }

    /// The share of what was planted that was found; nil where nothing was.
    package var recall: Double? { planted == 0 ? nil : Double(found) / Double(planted) }

    /// The share of what is open that is so with cause; nil where nothing is open.
    package var precision: Double? { raised == 0 ? nil : Double(raised - falseSubjects.count) / Double(raised) }

    /// What a person reads: `check: planted 3, found 3, recall 100%, precision 100%`.
    package var line: String {
        "\(check): planted \(planted), found \(found), recall \(Self.percent(recall)), precision \(Self.percent(precision))"
    }

    private static func percent(_ share: Double?) -> String {
        share.map { "\(Int(($0 * 100).rounded(.down)))%" } ?? "-"
    }
}
