import Matching
import Model
import Postgres
import Store

/// The tests that decide how some seeds fall into stops: fetched in rounds until nothing outside can change the answer.
///
/// A group is certain once its device run is known from end to end. A stop is certain once every test that shares a
/// person or plate with any of its groups is known, and the groups of those tests in turn. That is what makes a review
/// of little equal to a review of all.
struct Neighbourhood {
    let region: Int32
    let grouping: StopGrouping
    /// The lowest line a reading can cross.
    let line: Alcohol

    private var rules: StopRules { grouping.rules }

    private var known: [String: StopTest] = [:]
    private var histories: [String: DeviceHistory] = [:]
    private var coverage = DeviceCoverage()
    /// Runs known from end to end. Only a delivery that commits during the review can still lengthen one.
    private var provenRuns: [[StopTest]] = []
    /// In which of them each test lies, by key.
    private var proven: [String: Int] = [:]
    /// Keys of tests whose runs must be known and are not yet.
    private var open: Set<String> = []
    /// Keys of tests whose groups matter even where nothing in them is positive.
    private var seeds: Set<String> = []
    /// Keys of tests in whose runs something changed: all groups of such a run may be other than they were.
    private var unsettled: Set<String> = []
    private var followed: Set<String> = []

    init(region: Int32, grouping: StopGrouping, line: Alcohol) {
        self.region = region
        self.grouping = grouping
        self.line = line
    }

    /// Adds tests whose stops are asked for.
    mutating func add(seeds tests: [StopTest]) {
        for test in tests {
            learn(test)
            want(test)
            seeds.insert(test.key)
        }
    }

    /// Adds places on devices where something changed; every test of the runs there is asked for.
    mutating func add(places: [TestQuery.DeviceWindow], _ session: borrowing Session) throws {
        let around = places.map { widened($0, by: rules.deviceGapSeconds) }
        let found = try TestQuery.onDevices(coverage.add(around), region: region, session)
        found.forEach { learn($0) }
        for place in around {
            for test in histories[place.device]?.tests(from: place.from, to: place.to) ?? [] {
                want(test)
                unsettled.insert(test.key)
            }
        }
    }

    /// Fetches until the groups of all seeds, and all they may join with, are certain.
    ///
    /// - Returns: The groups that matter.
    mutating func settle(_ session: borrowing Session) throws -> [DeviceGroup] {
        while true {
            try proveRuns(session)
            let groups = relevantGroups()
            guard try follow(groups, session) else { return groups }
        }
    }

    func isPositive(_ test: StopTest) -> Bool {
        test.mode == .refused || test.alcohol.map { $0 >= line } ?? false
    }

    // MARK: - Runs

    private mutating func proveRuns(_ session: borrowing Session) throws {
        // Most runs end within a test or two, where another person follows: little is fetched at first.
        var margin = max(rules.deviceGapSeconds / 2, 1)
        while !open.isEmpty {
            let missing = proveOpen().map { widened($0, by: margin) }
            guard !missing.isEmpty else { return }
            let found = try TestQuery.onDevices(coverage.add(missing), region: region, session)
            found.forEach { learn($0) }
            margin = margin * 2
        }
    }

    /// Keeps the runs of wanted tests that are known from end to end.
    ///
    /// - Returns: where the others stand as far as they are known.
    private mutating func proveOpen() -> [TestQuery.DeviceWindow] {
        var unproven: [TestQuery.DeviceWindow] = []
        var seen: Set<String> = []
        for key in open {
            guard proven[key] == nil, !seen.contains(key), let test = known[key] else { continue }
            // Without a record number nothing is next to it.
            let run =
                test.recordNo == nil
                ? nil : histories[test.device, default: DeviceHistory()].run(around: test, grouping)
            let tests = run?.tests ?? [test]
            if run.map(isProven) ?? true {
                prove(tests)
            } else if let first = tests.first, let last = tests.last {
                seen.formUnion(tests.lazy.map(\.key))
                unproven.append(.init(device: test.device, from: first.testedAt, to: last.testedAt))
            }
        }
        open = open.filter { proven[$0] == nil }
        return unproven
    }

    /// Keeps a run in place of those it goes on with, so that no test is in two.
    private mutating func prove(_ run: [StopTest]) {
        for test in run {
            if let shorter = proven.updateValue(provenRuns.count, forKey: test.key) { provenRuns[shorter] = [] }
        }
        provenRuns.append(run)
    }

    /// Whether no unknown test can lengthen the run: everything is known as far as the tests it is parted from, or
    /// farther than any test could follow.
    private func isProven(_ run: DeviceHistory.Run) -> Bool {
        guard let first = run.tests.first, let last = run.tests.last,
            let stretch = coverage.stretch(of: first.device, at: first.testedAt), stretch.to >= last.testedAt
        else { return false }
        let begins = run.before?.testedAt ?? first.testedAt.adding(seconds: -rules.deviceGapSeconds)
        let ends = run.after?.testedAt ?? last.testedAt.adding(seconds: rules.deviceGapSeconds)
        return stretch.from <= max(begins, first.testedAt.adding(seconds: -rules.deviceGapSeconds))
            && stretch.to >= min(ends, last.testedAt.adding(seconds: rules.deviceGapSeconds))
    }

    /// The groups in proven runs that hold something positive or asked for, or that may be new.
    private func relevantGroups() -> [DeviceGroup] {
        provenRuns.flatMap { run in
            let groups = grouping.groups(inRun: run)
            guard !run.contains(where: { unsettled.contains($0.key) }) else { return groups }
            return groups.filter { group in group.tests.contains { seeds.contains($0.key) || isPositive($0) } }
        }
    }

    // MARK: - Persons and plates

    /// Fetches the tests that share a person or plate with the groups.
    ///
    /// - Returns: whether anything new came to light.
    private mutating func follow(_ groups: [DeviceGroup], _ session: borrowing Session) throws -> Bool {
        let fresh = groups.flatMap(\.tests).filter { followed.insert($0.key).inserted }
        let windows = fresh.flatMap { test in
            [test.person, test.plate].compactMap { token in token.map { window(of: $0, around: test) } }
        }
        let found = try TestQuery.sharing(windows, region: region, session)
        var isNew = false
        for test in found where !seeds.contains(test.key) {
            learn(test)
            want(test)
            seeds.insert(test.key)
            isNew = isNew || !followed.contains(test.key)
        }
        return isNew
    }

    private func window(of token: Token, around test: StopTest) -> TestQuery.TokenWindow {
        .init(
            token: token,
            from: test.testedAt.adding(seconds: -rules.identityGapSeconds),
            to: test.testedAt.adding(seconds: rules.identityGapSeconds)
        )
    }

    private func widened(_ window: TestQuery.DeviceWindow, by seconds: Int64) -> TestQuery.DeviceWindow {
        .init(
            device: window.device,
            from: window.from.adding(seconds: -seconds),
            to: window.to.adding(seconds: seconds)
        )
    }

    // MARK: - Knowledge

    private mutating func learn(_ test: StopTest) {
        // The first sight of a test counts for the whole review, also where a delivery alters it meanwhile.
        guard known[test.key] == nil else { return }
        known[test.key] = test
        guard test.recordNo != nil else { return }
        histories[test.device, default: DeviceHistory()].learn(test)
    }

    private mutating func want(_ test: StopTest) {
        if proven[test.key] == nil { open.insert(test.key) }
    }
}
