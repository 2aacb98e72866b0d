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

    /// Runs every check that can be run. One whose SQL fails is set down as faulty, and the others go on.
    ///
    /// A check that was faulty the last time is run over everything: what it missed meanwhile is not known.
    mutating func run(
        on subjects: ReviewSubjects,
        isFull: Bool,
        feeds: [FeedCompleteness],
        _ session: borrowing Session
    )
        throws -> ReviewPass.Outcome
    {
        outcome.wasFull = isFull
        outcome.subjects = subjects.stops.count + subjects.notices.count
        let pending = try FindingStore.pending(due: now, region: region, session)
        let faults = try FindingStore.faults(region: region, session)
        try FindingStore.forgetFaults(butOf: configuration.checks.map(\.id), region: region, session)
        for check in configuration.checks where check.missing(among: configuration.feeds).isEmpty {
            let isWhole = isFull || faults[check.id] != nil
            let subjects = isWhole && !isFull ? try everything(subjects, session) : subjects
            let judge = try CheckJudge(check, configuration, feeds: feeds, now: now)
            guard let answers = try answers(of: check, judge, subjects, session) else { continue }
            var examined = subjects.keys(of: check.subject)
            if isWhole {
                examined = try Set(examined)
                    .union(FindingStore.subjects(of: check.id, region: region, session)).sorted()
            } else if check.subject == .stop {
                examined = Set(examined).union(subjects.goneStops.keys).sorted()
            }
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

    private func everything(_ touched: ReviewSubjects, _ session: borrowing Session) throws -> ReviewSubjects {
        ReviewSubjects(
            stops: try StopStore.allKeys(region: region, session),
            goneStops: touched.goneStops,
            notices: try ReviewStore.notices(region: region, session)
        )
    }

    /// What the SQL of a check says; nil where it fails, which is set down.
    private mutating func answers(
        of check: CheckDefinition,
        _ judge: CheckJudge,
        _ subjects: ReviewSubjects,
        _ session: borrowing Session
    ) throws -> [CheckQuery.Answer]? {
        let parameters = judge.parameters(subjects.keys(of: check.subject), region)
        do {
            let answers = try session.transaction { try CheckQuery.run(judge.sql, parameters, $0) }
            try FindingStore.note(nil, of: check.id, at: now, region: region, session)
            return answers
        } catch let error as DatabaseError where error.isOfTheStatement {
            outcome.faults[check.id] = "\(error)"
            try FindingStore.note("\(error)", of: check.id, at: now, region: region, session)
            return nil
        }
    }

    /// Until when the feeds that are set up are known complete.
    static func completeness(_ configuration: Configuration, _ session: borrowing Session) throws
        -> [FeedCompleteness]
    {
        let known = try FeedStore.completeness(region: configuration.region, session)
        return configuration.feeds.map { feed in
            FeedCompleteness(name: feed.name, kind: feed.kind, serves: feed.serves, until: known[feed.name])
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
