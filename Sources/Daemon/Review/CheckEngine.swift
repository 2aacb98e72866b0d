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
    /// Cases that are in their registers no more: of these only the checks of vanishing speak (ruling 8).
    private let vanished: Set<String>

    init(_ configuration: Configuration, now: Instant, vanished: Set<String>) {
        self.configuration = configuration
        self.now = now
        self.vanished = vanished
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
        outcome.subjects = subjects.count
        let pending = try FindingStore.pending(due: now, region: region, session)
        let faults = try FindingStore.faults(region: region, session)
        let accepted = try AcceptanceStore.all(law: configuration.lawVersion, session)
        try FindingStore.forgetFaults(butOf: configuration.checks.map(\.id), region: region, session)
        for check in configuration.checks {
            if check.status == .retired { try retire(check, session) }
            guard check.status.runs, check.missing(among: configuration.feeds).isEmpty else { continue }
            guard let acceptance = accepted["\(check.id) \(check.version)"], acceptance.refusal == nil else {
                let refusal = accepted["\(check.id) \(check.version)"]?.refusal
                try note(refusal ?? "尚未验证 / not tried yet", of: check, session)
                continue
            }
            let isWhole = isFull || faults[check.id] != nil
            let run = CheckRun(check, columns: acceptance.columns, vanished: vanished, region: region)
            guard let answers = try answers(run, isWhole ? nil : subjects, session) else { continue }
            let judge = CheckJudge(
                check,
                configuration.law,
                version: configuration.lawVersion,
                feeds: feeds,
                now: now
            )
            let found = try judged(answers, judge, check, session)
            let before = try before(check, answers, isWhole ? nil : subjects, session)
            let asked = Set(before.map(\.subject)).union(answers.map(\.subject))
            let moved = try pending.filter { $0.check == check.id && !asked.contains($0.subject) }
                .compactMap { old in
                    let new = try judge.again(old)
                    return new == old ? nil : new
                }
            guard let found else { continue }
            try absorb(found + moved, before: before, moved: moved.map(\.subject), judge, check, subjects, session)
        }
        return outcome
    }

    /// What the SQL of a check says; nil where it fails, which is set down.
    private mutating func answers(
        _ run: CheckRun,
        _ subjects: ReviewSubjects?,
        _ session: borrowing Session
    ) throws -> [CheckQuery.Answer]? {
        do {
            let answers = try run.answers(subjects, session)
            try FindingStore.note(nil, of: run.check.id, at: now, region: region, session)
            return answers
        } catch let error as DatabaseError where error.isOfTheStatement {
            try note("\(error)", of: run.check, session)
            return nil
        }
    }

    /// The findings of the answers; nil where an answer makes no sense, which is set down.
    private mutating func judged(
        _ answers: [CheckQuery.Answer],
        _ judge: CheckJudge,
        _ check: CheckDefinition,
        _ session: borrowing Session
    ) throws -> [FindingRow]? {
        do {
            return try answers.compactMap(judge.finding)
        } catch let error as DatabaseError where error.isOfTheStatement {
            try note("\(error)", of: check, session)
            return nil
        }
    }

    private mutating func note(_ fault: String, of check: CheckDefinition, _ session: borrowing Session) throws {
        outcome.faults[check.id] = fault
        try FindingStore.note(fault, of: check.id, at: now, region: region, session)
    }

    /// The findings there were of what was asked about.
    private func before(
        _ check: CheckDefinition,
        _ answers: [CheckQuery.Answer],
        _ subjects: ReviewSubjects?,
        _ session: borrowing Session
    ) throws -> [FindingRow] {
        guard let subjects, let keys = subjects.keys[check.subject] else {
            return try FindingStore.findings(of: check.id, region: region, session)
        }
        let gone = check.subject == .stop ? Array(subjects.goneStops.keys) : []
        let scopes = Set(keys).union(answers.map(\.scope)).union(gone).sorted()
        return try FindingStore.findings(of: check.id, scopes: scopes, region: region, session)
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
        before: [FindingRow],
        moved: [String],
        _ judge: CheckJudge,
        _ check: CheckDefinition,
        _ subjects: ReviewSubjects,
        _ session: borrowing Session
    ) throws {
        let known = Dictionary(before.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let spoken = Set(findings.map(\.subject))
        let silent = before.map(\.subject).filter { !spoken.contains($0) }
        try FindingStore.remove(silent, of: check.id, region: region, session)
        try FindingStore.save(findings.filter { known[$0.subject] != $0 }, region: region, session)
        guard check.status == .active else { return }
        var examined = Set(before.map(\.subject)).union(spoken)
        if check.subject == .stop { examined.formUnion(subjects.goneStops.keys) }
        let ledger = AlertLedger(configuration, check: check, now: now)
        let successors = try ledger.successors(of: subjects.goneStops, session)
        let late = Set(findings.filter(judge.wasLate).map(\.subject))
        let changes = try ledger.changes(
            findings,
            late: late,
            examined: examined.sorted(),
            successors: successors,
            session
        )
        count(changes)
    }

    private mutating func count(_ changes: [AlertEvent]) {
        for change in changes {
            switch change {
            case .opened: outcome.opened += 1
            case .updated: outcome.updated += 1
            case .closed: outcome.closed += 1
            case .reopened: outcome.reopened += 1
            }
        }
    }

    /// Forgets what a check said that runs no more, and closes what it had raised.
    private mutating func retire(_ check: CheckDefinition, _ session: borrowing Session) throws {
        let before = try FindingStore.findings(of: check.id, region: region, session).map(\.subject)
        guard !before.isEmpty else { return }
        try FindingStore.remove(before, of: check.id, region: region, session)
        let ledger = AlertLedger(configuration, check: check, now: now)
        count(try ledger.changes([], late: [], examined: before, successors: [:], session))
    }
}
