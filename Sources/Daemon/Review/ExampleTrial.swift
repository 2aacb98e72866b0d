import Checks
import Model
import Postgres
import Settings
import Store

/// Runs the examples of a check by the code that reviews a region, in a region that is nobody's and of which nothing is
/// kept.
package struct ExampleTrial {
    private let check: CheckDefinition
    private let law: Law
    private let lawVersion: String
    private let columns: [String]

    /// No region has a code below zero.
    private static let region: Int32 = -1

    init(_ check: CheckDefinition, _ law: Law, version: String, columns: [String]) {
        self.check = check
        self.law = law
        lawVersion = version
        self.columns = columns
    }

    /// In what an example differs from what its file expects; empty where it does not.
    ///
    /// - Throws: `DatabaseError` where the SQL fails.
    func faults(of example: CheckExample, _ session: borrowing Session) throws -> [String] {
        let findings = try session.rolledBack { session in try self.findings(of: example, session) }
        let found = Dictionary(findings.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let unmet = example.expected.compactMap { expected -> String? in
            guard let finding = found[expected.subject] else {
                return "\(expected.subject): 应为 expected \(expected.state.rawValue), 没有结论 nothing was found"
            }
            return isAsExpected(finding, expected) ? nil : told(finding, expected)
        }
        let named = Set(example.expected.map(\.subject))
        let judge = judge(example)
        let surplus = findings.filter { finding in
            !named.contains(finding.subject) && (finding.state != .holds || judge.wasLate(finding))
        }
        return unmet + surplus.map { "\($0.subject): 未列入 expect / not expected: \($0.state.rawValue)" }
    }

    private func isAsExpected(_ finding: FindingRow, _ expected: ExpectedFinding) -> Bool {
        finding.state == expected.state && expected.severity.map { $0 == finding.severity } ?? true
            && (check.keepsLateness && finding.answeredAt.map { $0 > finding.due } ?? false) == expected.isLate
    }

    private func told(_ finding: FindingRow, _ expected: ExpectedFinding) -> String {
        let wanted = [expected.state.rawValue, expected.severity?.rawValue, expected.isLate ? "late" : nil]
        let isLate = finding.answeredAt.map { $0 > finding.due } ?? false
        let got = [
            finding.state.rawValue, finding.severity.rawValue, isLate ? "late" : nil,
            finding.awaits.map { "待 awaits \($0)" }, "期限 due \(finding.due.chinaMinuteText)",
        ]
        return "\(finding.subject): 应为 expected \(wanted.compactMap { $0 }.joined(separator: " ")), "
            + "得 found \(got.compactMap { $0 }.joined(separator: " "))"
    }

    private func findings(of example: CheckExample, _ session: borrowing Session) throws -> [FindingRow] {
        let records = example.records.enumerated().map { index, record in
            ExampleStore.Record(
                kind: record.kind,
                key: record.naturalKey ?? record.plainKey,
                values: record.values,
                seenAt: (example.completeUntil[record.kind] ?? example.asOf)
                    .adding(seconds: Int64(index - example.records.count) * 60)
            )
        }
        try ExampleStore.add(records, region: Self.region, session)
        for one in example.vanished {
            let exports = [one.missedAt.adding(seconds: -86_400), one.missedAt, one.confirmedAt].compactMap { $0 }
            try ExampleStore.vanish(one.key, of: one.kind, exports: exports, region: Self.region, session)
        }
        let gone = try VanishedQuery.cases(region: Self.region, session)
        let rules = ReviewRules(law)
        let stops = try StopReview(region: Self.region, rules: rules).full(session)
        _ = try CaseReview(region: Self.region, rules: rules, vanished: gone.vanished).all(stops.stops, session)
        try NumberRunReview(region: Self.region).full(session)
        let judge = judge(example)
        let run = CheckRun(check, columns: columns, vanished: gone.vanished, region: Self.region)
        return try run.answers(nil, session).compactMap(judge.finding)
    }

    private func judge(_ example: CheckExample) -> CheckJudge {
        let feeds = Kind.allCases.map { kind in
            FeedCompleteness(
                name: kind.rawValue,
                kind: kind,
                serves: [],
                until: example.completeUntil[kind] ?? example.asOf
            )
        }
        return CheckJudge(check, law, version: lawVersion, feeds: feeds, now: example.asOf)
    }
}

extension ExampleRecord {
    /// What names it where its key holds a time.
    fileprivate var plainKey: String { kind.schema.naturalKey.map { values[$0] ?? "" }.joined(separator: "|") }
}
