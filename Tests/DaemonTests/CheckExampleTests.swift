import Daemon
import Foundation
import Model
import Settings
import TestSupport
import Testing

/// What every check file says of itself.
@Suite("The examples of the checks that are shipped", .ownDatabase)
struct CheckExampleTests {
    /// One example of one check.
    struct Case: Sendable, CustomTestStringConvertible {
        let check: String
        let example: CheckExample

        var testDescription: String { "\(check): \(example.name)" }
    }

    /// Of one check for each kind of subject the first example that fires goes the whole way, from a file to an alert. All
    /// examples of all checks are tried in the database alone, as every review tries them before a check may judge anybody.
    private static let cases: [Case] = {
        let names: Set = [
            "drunk-no-case", "sms-unreviewed", "manual-entry", "blood-send-late", "video-gap", "robot-review-overdue",
            "complaint-overdue", "accident-no-test", "exam-no-recording", "record-gap", "rapid-fire-tests",
            "camera-not-inspected",
        ]
        guard let rules = try? Repository.rules.get() else { return [] }
        return rules.checks.filter { names.contains($0.id) }.compactMap { check in
            check.examples.first { $0.expected.contains { $0.state == .violated } }
                .map { Case(check: check.id, example: $0) }
        }
    }()

    @Test("every example of every check comes out as its file expects")
    func examples() async throws {
        let house = try await House.plain()
        for trial in try await house.passes.tried(house.configuration.checks) {
            #expect(trial.refusal == nil, "\(trial.check.id)")
            for example in trial.examples {
                #expect(example.faults == [], "\(trial.check.id): \(example.name)")
            }
        }
        // Nothing of it is kept.
        for kind in Kind.allCases {
            #expect(try await house.texts("SELECT key FROM docket.\(kind.rawValue)") == [])
        }
    }

    @Test("there are checks, and each has an example that fires and one that stays silent")
    func present() throws {
        let checks = try Repository.rules.get().checks
        #expect(checks.count >= 4)
        for check in checks {
            #expect(check.examples.contains { $0.expected.contains { $0.state == .violated } }, "\(check.id)")
            #expect(check.examples.contains { !$0.expected.contains { $0.state == .violated } }, "\(check.id)")
        }
    }

    @Test("records go in as files, and the alerts the file expects come out", arguments: cases)
    func holds(_ one: Case) async throws {
        let house = try await House.plain()
        let example = one.example
        for kind in Kind.allCases {
            let records = example.records.filter { $0.kind == kind }.map(\.values)
            let complete = example.completeUntil[kind] ?? example.asOf
            try await house.deliver(kind, records, exportedAt: complete, now: example.asOf)
        }
        #expect(try await house.texts("SELECT explanation FROM docket.rejection") == [])
        try await house.review(now: example.asOf)

        let found = try await house.texts(
            "SELECT concat_ws(' ', subject, state, severity) FROM docket.finding WHERE check_id = '\(one.check)'"
        )
        let states = Set(found.map { $0.split(separator: " ").dropLast().joined(separator: " ") })
        for expected in example.expected {
            #expect(states.contains("\(expected.subject) \(expected.state.rawValue)"), "found: \(found)")
            guard let severity = expected.severity else { continue }
            #expect(found.contains("\(expected.subject) \(expected.state.rawValue) \(severity.rawValue)"))
        }
        let subjects = Set(example.expected.map(\.subject))
        let others = found.filter { text in !text.contains(" holds ") && !subjects.contains { text.hasPrefix($0 + " ") }
        }
        #expect(others == [])
        #expect(
            try await house.texts(
                "SELECT subject FROM docket.alert WHERE open AND check_id = '\(one.check)' ORDER BY 1"
            ) == example.expected.filter { $0.state == .violated }.map(\.subject).sorted()
        )
    }
}
