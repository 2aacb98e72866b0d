import Alerts
import Model
import Testing

/// What must hold after any sequence of findings, tried in many random ones.
@Suite struct AlertHistoryTests {
    private static let subjects = ["JC01|1", "JC01|2", "JC01|3"]

    @Test("histories are well formed: opened, then updates, closed and reopened in turn", arguments: 0..<UInt64(80))
    func wellFormed(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var book = AlertBook([])
        var open: [AlertSubject: AlertState] = [:]
        var closed: [AlertSubject: AlertState] = [:]
        for _ in 0..<40 {
            for change in absorbing(randomFindings(&random), into: &book, &random) {
                let subject = change.alert.subject
                switch change.event {
                case .opened: #expect(open[subject] == nil && closed[subject] == nil)
                case .updated: #expect(open[subject] != nil && open[subject] != change.alert)
                case .closed: #expect(open[subject] != nil && change.alert.closing != nil)
                case .reopened: #expect(closed[subject] != nil)
                }
                #expect(change.alert.isOpen == (change.event != .closed))
                let before = open[subject] ?? closed[subject]
                #expect(before.map { change.alert.due <= $0.due && change.alert.since <= $0.since } ?? true)
                open[subject] = change.alert.isOpen ? change.alert : nil
                closed[subject] = change.alert.isOpen ? nil : change.alert
            }
            #expect(book.states == (Array(open.values) + Array(closed.values)).sorted { $0.subject < $1.subject })
        }
    }

    @Test("the same findings again change nothing, in whatever order", arguments: 0..<UInt64(80))
    func idempotent(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var book = AlertBook([])
        for _ in 0..<20 {
            let findings = randomFindings(&random)
            var other = book
            #expect(other.absorb(findings.reversed(), successors: [:]) == book.absorb(findings, successors: [:]))
            #expect(book.absorb(findings.shuffled(using: &random), successors: [:]).isEmpty)
            #expect(other == book)
        }
    }

    @Test("reviewing subject by subject gives what reviewing them together gives", arguments: 0..<UInt64(40))
    func grouping(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var together = AlertBook([])
        for _ in 0..<20 {
            let findings = randomFindings(&random)
            let before = together.states
            let changes = together.absorb(findings, successors: [:])
            let apart = Self.subjects.flatMap { name in
                var book = AlertBook(before.filter { $0.subject.subject == name })
                return book.absorb(findings.filter { $0.subject.subject == name }, successors: [:])
            }
            #expect(apart == changes)
        }
    }

    private func absorbing(_ findings: [AlertFinding], into book: inout AlertBook, _ random: inout SeededGenerator)
        -> [AlertChange]
    {
        let successors = Bool.random(using: &random) ? ["JC01|2": "JC01|1"] : [:]
        return book.absorb(findings, successors: successors)
    }

    private func randomFindings(_ random: inout SeededGenerator) -> [AlertFinding] {
        Self.subjects.compactMap { subject in
            guard Int.random(in: 0..<5, using: &random) > 0, let state = random.pick(FindingState.allCases) else {
                return nil
            }
            let since = Int64.random(in: 0...5, using: &random)
            return finding(
                state,
                subject: subject,
                severity: random.pick(Severity.allCases) ?? .low,
                since: since,
                due: since + 24,
                isRetrospective: Bool.random(using: &random),
                wasLate: Bool.random(using: &random),
                evidence: random.pick(["a", "b"]) ?? ""
            )
        }
    }
}
