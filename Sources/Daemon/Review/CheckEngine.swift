import Alerts
import Checks
import Model
import Postgres
import Settings
import Store

/// Runs the checks over the subjects of a review and turns what they say into findings and alerts.
struct CheckEngine {
    private let configuration: Configuration
    private let now: Instant
    private var outcome = ReviewPass.Outcome()

    init(_ configuration: Configuration, now: Instant) {
        self.configuration = configuration
        self.now = now
    }

    private var region: Int32 { configuration.region }

    mutating func run(on subjects: ReviewSubjects, isFull: Bool, _ session: borrowing Session) throws
        -> ReviewPass.Outcome
    {
        outcome.wasFull = isFull
        outcome.subjects = subjects.stops.count + subjects.notices.count
        let feeds = try completeness(session)
        let pending = try FindingStore.pending(due: now, region: region, session)
        for check in configuration.checks where check.missing(in: feeds).isEmpty {
            let judge = try CheckJudge(check, configuration, feeds: feeds, now: now)
            var examined = subjects.keys(of: check.subject)
            if isFull {
                examined = try Set(examined)
                    .union(FindingStore.subjects(of: check.id, region: region, session)).sorted()
            } else if check.subject == .stop {
                examined = Set(examined).union(subjects.goneStops).sorted()
            }
            let answers = try CheckQuery.run(
                judge.sql,
                judge.parameters(subjects.keys(of: check.subject), region),
                session
            )
            let asked = Set(examined)
            let moved = pending.filter { $0.check == check.id && !asked.contains($0.subject) }
                .compactMap { old in
                    let new = judge.again(old)
                    return new == old ? nil : new
                }
            try absorb(
                answers.map(judge.finding) + moved,
                examined: examined + moved.map(\.subject),
                check,
                subjects,
                session
            )
        }
        return outcome
    }

    private func completeness(_ session: borrowing Session) throws -> [FeedCompleteness] {
        let configured = Set(configuration.feeds.map(\.name))
        return try FeedStore.completeness(region: region, session).compactMap { standing in
            guard configured.contains(standing.name), let kind = Kind(rawValue: standing.kind) else { return nil }
            return FeedCompleteness(
                name: standing.name,
                kind: kind,
                serves: standing.serves,
                until: standing.completeUntil
            )
        }
    }

    /// Writes what changed about the findings, and what follows for the alerts.
    private mutating func absorb(
        _ findings: [FindingRow],
        examined: [String],
        _ check: CheckDefinition,
        _ subjects: ReviewSubjects,
        _ session: borrowing Session
    ) throws {
        let before = try FindingStore.findings(of: check.id, subjects: examined, region: region, session)
        let known = Dictionary(before.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let spoken = Set(findings.map(\.subject))
        try FindingStore.remove(
            before.map(\.subject).filter { !spoken.contains($0) },
            of: check.id,
            region: region,
            session
        )
        try FindingStore.save(findings.filter { known[$0.subject] != $0 }, region: region, session)
        let ledger = AlertLedger(configuration, check: check, now: now)
        let successors = try ledger.successors(of: subjects.goneStops, session)
        for change in try ledger.changes(findings, examined: examined, successors: successors, session) {
            switch change {
            case .opened: outcome.opened += 1
            case .updated: outcome.updated += 1
            case .closed: outcome.closed += 1
            case .reopened: outcome.reopened += 1
            }
        }
    }
}

extension CheckDefinition {
    /// Kinds of record the check needs and no feed brings.
    func missing(in feeds: [FeedCompleteness]) -> [Kind] {
        needs.filter { kind in !feeds.contains { $0.kind == kind } }
    }
}
