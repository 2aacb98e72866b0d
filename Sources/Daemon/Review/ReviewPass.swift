package import Model
package import Postgres
package import Settings
import Store

/// Reviews what was touched or fell due, in one transaction for the region.
package struct ReviewPass: Sendable {
    private let configuration: Configuration

    /// How much to look at.
    package enum Scope: Equatable, Sendable {
        /// What unreviewed deliveries touched, and what fell due; everything if the rules changed.
        case touched
        case full
    }

    /// What a review did.
    package struct Outcome: Equatable, Sendable {
        package var wasFull = false
        /// Stops and notices the checks were run for.
        package var subjects = 0
        package var opened = 0
        package var updated = 0
        package var closed = 0
        package var reopened = 0
        /// Why checks could not be run, by check.
        package var faults: [String: String] = [:]

        package init() {}
    }

    /// From so many new breath tests on, going through everything is quicker than following each.
    private static let bulk: Int64 = 20_000

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// - Parameters:
    ///   - session: on which the whole review is one transaction.
    ///   - now: the time of the review, by which clocks are read and which is written down.
    ///   - scope: what to go through.
    /// - Returns: nil where another daemon reviews the region just now.
    /// - Throws: `DatabaseError`, `SQLTemplateError`.
    package func run(_ session: borrowing Session, now: Instant, scope: Scope = .touched) throws -> Outcome? {
        // A table just filled has figures of when it was empty, and with those the planner compares everything with
        // everything. Ahead of the transaction, which would keep others from looking for as long as it lasts.
        try Statistics.refresh(after: TouchedQuery.deliveries(region: configuration.region, session), session)
        return try session.transaction { session in
            guard try ReviewStore.claim(region: configuration.region, session) else { return nil }
            // A whole region is sorted and hashed in the course of it.
            try session.makeRoom(megabytes: 64)
            return try review(session, now: now, scope: scope)
        }
    }

    private func review(_ session: borrowing Session, now: Instant, scope: Scope) throws -> Outcome {
        let region = configuration.region
        // First of all: what is found to be complete must not be newer than the records that are looked at.
        let feeds = try CheckEngine.completeness(configuration, session)
        let touched = try TouchedQuery.deliveries(region: region, session)
        let tests = touched.filter { $0.kind == .breathTest }.reduce(0) { $0 + $1.added }
        let isNew = try ReviewStore.fingerprint(region: region, session) != configuration.fingerprint
        try accept(isNew: isNew, session)
        let isFull = scope == .full || tests >= Self.bulk || isNew
        let subjects = try isFull ? everything(session) : affected(by: touched, session)
        let gone = try VanishedQuery.cases(region: region, session)
        var engine = CheckEngine(configuration, now: now, vanished: gone.vanished)
        let outcome = try engine.run(on: subjects, isFull: isFull, feeds: feeds, session)
        try TouchedQuery.settle(touched.map(\.number), region: region, session)
        try ReviewStore.record(configuration.fingerprint, at: now, region: region, session)
        return outcome
    }

    /// Writes the rules down and tries the checks that were not tried yet under this law by their own examples, as the
    /// first review by these rules does.
    ///
    /// - Throws: `DatabaseError`.
    package func accept(isNew: Bool = true, _ session: borrowing Session) throws {
        let acceptance = CheckAcceptance(configuration)
        let isUntried = try acceptance.isDue(session)
        if isNew || isUntried { try RuleRegistration(configuration: configuration).run(session) }
        if isUntried { try acceptance.run(session) }
    }

    private func everything(_ session: borrowing Session) throws -> ReviewSubjects {
        try Statistics.refresh(stale: [.breathTest, .caseFile, .recording, .notice, .robotViolation, .robot], session)
        let (region, rules) = (configuration.region, ReviewRules(configuration.law))
        let gone = try VanishedQuery.cases(region: region, session)
        let stops = try StopReview(region: region, rules: rules).full(session)
        try Statistics.refresh([.stop, .stopTest], session)
        _ = try CaseReview(region: region, rules: rules, vanished: gone.vanished).all(stops.stops, session)
        try Statistics.refresh([.link], session)
        try NumberRunReview(region: region).full(session)
        // Of everything else everything is asked.
        return ReviewSubjects(keys: [:], goneStops: stops.gone)
    }

    private func affected(by touched: [TouchedQuery.Delivery], _ session: borrowing Session) throws -> ReviewSubjects {
        let (region, rules) = (configuration.region, ReviewRules(configuration.law))
        let deliveries = Dictionary(grouping: touched, by: \.kind).mapValues { $0.map(\.number) }
        let stops = try StopReview(region: region, rules: rules).touched(deliveries, session)
        let gone = try VanishedQuery.cases(region: region, session)
        let unsettled = try VanishedQuery.unsettled(gone.vanished, region: region, session)
        let linked = try CaseReview(region: region, rules: rules, vanished: gone.vanished).run(
            stops.stops,
            freed: stops.cases + unsettled,
            session
        )
        try NumberRunReview(region: region).touched(deliveries[.breathTest] ?? [], session)
        var subjects = ReviewSubjects(keys: [.stop: linked], goneStops: stops.gone)
        let others = Set(configuration.checks.filter(\.status.runs).map(\.subject)).subtracting([.stop])
        for kind in others.sorted(by: { $0.rawValue < $1.rawValue }) {
            var keys = try SubjectQuery.touched(kind, by: deliveries, region: region, session)
            if kind == .notice { try keys.formUnion(notices(deliveries, session)) }
            if kind == .caseFile {
                keys.formUnion(stops.cases)
                // What is gone, and what was said to be gone, is looked at each time: no delivery tells of it.
                keys.formUnion(gone.missed)
                keys.formUnion(try FindingStore.scopes(of: vanishing, region: region, session))
                keys.formUnion(
                    try StopStore.records(linkedTo: linked, kind: .caseFile, region: region, session)
                )
            }
            subjects.keys[kind] = keys.sorted()
        }
        return subjects
    }

    /// The checks that speak of what is gone.
    private var vanishing: [String] {
        configuration.checks.filter { $0.status.runs && $0.speaksOfVanishing }.map(\.id)
    }

    private func notices(_ deliveries: [Kind: [Int64]], _ session: borrowing Session) throws -> [String] {
        try [Kind.notice, .robotViolation, .robot].flatMap { kind in
            try TouchedQuery.notices(kind, in: deliveries[kind] ?? [], region: configuration.region, session)
        }
    }
}
