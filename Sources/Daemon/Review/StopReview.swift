import Matching
import Model
import Postgres
import Store

/// Works stops and their links out anew where something was touched.
struct StopReview {
    let region: Int32
    let rules: ReviewRules

    /// The stops that were worked out, and those that are no more with the test that made their duty.
    struct Outcome {
        var stops: [String]
        var gone: [String: String]
        /// Cases that were weighed for the stops as they stood before: they may be free for others now.
        var cases: [String]
    }

    /// Everything: every positive test, every stop.
    func full(_ session: borrowing Session) throws -> Outcome {
        var neighbourhood = Neighbourhood(region: region, grouping: rules.grouping, line: rules.lowestLine)
        let positive = try TestQuery.positive(region: region, line: rules.lowestLine, session)
        neighbourhood.add(seeds: positive)
        let groups = try neighbourhood.settle(session)
        let old = try StopStore.allKeys(region: region, session)
        return try replace(old, by: groups, neighbourhood, session)
    }

    /// Only what the deliveries may have changed.
    func touched(_ deliveries: [Kind: [Int64]], _ session: borrowing Session) throws -> Outcome {
        var neighbourhood = Neighbourhood(region: region, grouping: rules.grouping, line: rules.lowestLine)
        let tests = deliveries[.breathTest] ?? []
        let keys = try TouchedQuery.keys(of: .breathTest, in: tests, region: region, session)
        let places = try TouchedQuery.places(ofTests: tests, region: region, session)
        try neighbourhood.add(places: places, session)
        neighbourhood.add(seeds: try TestQuery.named(keys, region: region, session))
        var stops = try Set(StopStore.stops(holding: keys, region: region, session))
        try stops.formUnion(stopsNear(deliveries, session))
        let (groups, old) = try settle(&neighbourhood, with: stops, session)
        return try replace(old, by: groups, neighbourhood, session)
    }

    /// Stops that records other than tests may have changed.
    private func stopsNear(_ deliveries: [Kind: [Int64]], _ session: borrowing Session) throws -> [String] {
        var cases = try TouchedQuery.keys(of: .caseFile, in: deliveries[.caseFile] ?? [], region: region, session)
        // Blood is the blood of a case, and the case is the stop's.
        let samples = deliveries[.bloodSample] ?? []
        cases += try SubjectQuery.touched(.caseFile, by: [.bloodSample: samples], region: region, session)
        return try CaseQuery.stops(ofCases: cases, within: rules.shownWindow, region: region, session)
            + TouchedQuery.stops(
                nearRecordings: deliveries[.recording] ?? [],
                seconds: rules.videoWindow,
                region: region,
                session
            )
            + [Kind.internalTest, .breathTester].flatMap { kind in
                try TouchedQuery.stops(onRegistered: kind, in: deliveries[kind] ?? [], region: region, session)
            }
    }

    /// Grows the neighbourhood until it holds every test of every stop it touches.
    private func settle(
        _ neighbourhood: inout Neighbourhood,
        with touched: Set<String>,
        _ session: borrowing Session
    ) throws -> (groups: [DeviceGroup], old: [String]) {
        var stops = touched
        var seeded: Set<String> = []
        while true {
            let fresh = stops.subtracting(seeded).sorted()
            seeded.formUnion(fresh)
            let members = try StopStore.tests(of: fresh, region: region, session)
            neighbourhood.add(seeds: try TestQuery.named(members, region: region, session))
            let groups = try neighbourhood.settle(session)
            let found = try StopStore.stops(
                holding: groups.flatMap { $0.tests.map(\.key) },
                region: region,
                session
            )
            guard !stops.isSuperset(of: found) else { return (groups, stops.sorted()) }
            stops.formUnion(found)
        }
    }

    /// Writes the stops of the groups in place of the old ones.
    private func replace(
        _ old: [String],
        by groups: [DeviceGroup],
        _ neighbourhood: Neighbourhood,
        _ session: borrowing Session
    ) throws -> Outcome {
        let registers = try Registers(region: region, session)
        let components = rules.grouping.components(of: groups).filter { component in
            component.contains { $0.tests.contains { neighbourhood.isPositive($0) } }
        }
        let stops = components.flatMap { component -> [Stop] in
            let tests = component.flatMap(\.tests)
            let pairs = tests.compactMap { test in
                rules.exclusions.exclusion(of: test, by: registers[test.device]).map { (test.key, $0) }
            }
            let exclusions = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            return rules.grouping.split(component, exclusions: exclusions)
        }.filter { $0.tests.contains { neighbourhood.isPositive($0) } }
        let cases = try StopStore.records(linkedTo: old, kind: .caseFile, region: region, session)
        let coverage = try StopCoverage(region: region, rules: rules).of(stops, session)
        let before = try StopStore.replace(
            old,
            by: stops.map { row(of: $0, coverage[$0.key]) },
            region: region,
            session
        )
        let keys = stops.map(\.key)
        try StopStore.replaceLinks(
            of: keys,
            kind: .recording,
            with: stops.flatMap { links(of: $0, coverage[$0.key]) },
            region: region,
            session
        )
        let kept = Set(keys)
        let gone = before.filter { !kept.contains($0.key) }.map { ($0.key, $0.dutyTest) }
        return Outcome(stops: keys, gone: Dictionary(gone, uniquingKeysWith: { first, _ in first }), cases: cases)
    }

    private func row(of stop: Stop, _ coverage: Coverage?) -> StopRow {
        let first = stop.firstTest(from: rules.lowestLine)
        let duty = stop.dutyTest ?? first ?? stop.tests.first
        let day = ChinaTime.day(of: duty?.testedAt ?? stop.firstAt)
        let bracket = stop.dutyAlcohol.flatMap { rules.law.bracket(of: $0, on: day) } ?? Bracket.none
        // What is owed for a drunk reading is owed from the first drunk reading on, not from a lower one before it.
        let line = bracket == .drunk ? rules.law.threshold(.drunk, on: day) : nil
        let positive = line.flatMap { stop.firstTest(atOrAbove: $0) } ?? first
        return StopRow(
            key: stop.key,
            device: stop.device,
            unit: stop.unit,
            officer: stop.officer,
            firstAt: stop.firstAt,
            lastAt: stop.lastAt,
            positiveAt: positive?.testedAt ?? stop.firstAt,
            alcohol: stop.dutyAlcohol,
            bracket: bracket.rawValue,
            dutyTest: duty?.key ?? stop.key,
            dutyAt: duty?.testedAt ?? stop.firstAt,
            isRefused: stop.hasRefusal,
            isMotor: stop.isMotor,
            exempt: stop.exemption?.rawValue,
            isCovered: coverage?.isCovered ?? false,
            tests: stop.tests.map { .init(test: $0, excluded: stop.exclusions[$0.key]?.rawValue) }
        )
    }

    private func links(of stop: Stop, _ coverage: Coverage?) -> [LinkRow] {
        (coverage?.clips ?? []).map { clip in
            LinkRow(
                stop: stop.key,
                kind: Kind.recording.rawValue,
                record: clip.key,
                strength: MatchStrength.strong.rawValue,
                reasons: clip.reasons.map(\.rawValue),
                refusal: nil,
                answers: coverage?.isCovered ?? false
            )
        }
    }
}
