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
        try session.transaction { session in
            guard try ReviewStore.claim(region: configuration.region, session) else { return nil }
            return try review(session, now: now, scope: scope)
        }
    }

    private func review(_ session: borrowing Session, now: Instant, scope: Scope) throws -> Outcome {
        let region = configuration.region
        let touched = try TouchedQuery.deliveries(region: region, session)
        let tests = touched.filter { $0.kind == .breathTest }.reduce(0) { $0 + $1.added }
        let isFull =
            try scope == .full || tests >= Self.bulk
            || ReviewStore.fingerprint(region: region, session) != configuration.fingerprint
        let subjects = try isFull ? everything(session) : affected(by: touched, session)
        var engine = CheckEngine(configuration, now: now)
        let outcome = try engine.run(on: subjects, isFull: isFull, session)
        try TouchedQuery.settle(touched.map(\.number), region: region, session)
        try ReviewStore.record(configuration.fingerprint, at: now, region: region, session)
        return outcome
    }

    private func everything(_ session: borrowing Session) throws -> ReviewSubjects {
        // A table just loaded has no statistics, and without them the planner compares everything with everything.
        try session.run("ANALYZE docket.breath_test, docket.case_file, docket.recording")
        try session.run("ANALYZE docket.notice, docket.robot_violation, docket.robot")
        let (region, rules) = (configuration.region, ReviewRules(configuration.law))
        let stops = try StopReview(region: region, rules: rules).full(session)
        // The tables were just written anew: without fresh figures the planner believes them empty and walks each
        // whole for every stop.
        try session.run("ANALYZE docket.stop_test, docket.stop")
        let linked = try CaseReview(region: region, rules: rules).run(stops.stops, freed: stops.cases, session)
        try session.run("ANALYZE docket.link")
        return ReviewSubjects(
            stops: linked,
            goneStops: stops.gone,
            notices: try ReviewStore.notices(region: region, session)
        )
    }

    private func affected(by touched: [TouchedQuery.Delivery], _ session: borrowing Session) throws -> ReviewSubjects {
        let (region, rules) = (configuration.region, ReviewRules(configuration.law))
        let deliveries = Dictionary(grouping: touched, by: \.kind).mapValues { $0.map(\.number) }
        let stops = try StopReview(region: region, rules: rules).touched(deliveries, session)
        let linked = try CaseReview(region: region, rules: rules).run(stops.stops, freed: stops.cases, session)
        let notices = try [Kind.notice, .robotViolation, .robot].flatMap { kind in
            try TouchedQuery.notices(kind, in: deliveries[kind] ?? [], region: region, session)
        }
        return ReviewSubjects(stops: linked, goneStops: stops.gone, notices: Set(notices).sorted())
    }
}
