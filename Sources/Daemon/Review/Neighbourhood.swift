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
    private var byDevice: [String: [StopTest]] = [:]
    /// The runs of devices of which nothing new was learnt since they were told apart.
    private var runsByDevice: [String: [[StopTest]]] = [:]
    private var coverage = DeviceCoverage()
    /// Keys of tests whose runs must be known.
    private var wanted: Set<String> = []
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
            wanted.insert(test.key)
            seeds.insert(test.key)
        }
    }

    /// Adds places on devices where something changed; every test of the runs there is asked for.
    mutating func add(places: [TestQuery.DeviceWindow], _ session: borrowing Session) throws {
        let around = places.map { window(on: $0.device, $0.from, $0.to) }
        let found = try TestQuery.onDevices(coverage.add(around), region: region, session)
        found.forEach { learn($0) }
        for place in places {
            for test in tests(on: place.device, from: place.from, to: place.to, margin: rules.deviceGapSeconds) {
                wanted.insert(test.key)
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
        var margin = rules.deviceGapSeconds * 4
        while true {
            let missing = unproven(margin: margin)
            guard !missing.isEmpty else { return }
            let found = try TestQuery.onDevices(coverage.add(missing), region: region, session)
            found.forEach { learn($0) }
            margin = margin * 2
        }
    }

    /// Windows that must still be fetched so that the run of every wanted test is known from end to end.
    private mutating func unproven(margin: Int64) -> [TestQuery.DeviceWindow] {
        var missing: [TestQuery.DeviceWindow] = []
        for run in runs() {
            guard let first = run.first, let last = run.last else { continue }
            let gap = rules.deviceGapSeconds
            let stretch = coverage.stretch(of: first.device, at: first.testedAt)
            let reachesBack = stretch.map { $0.from <= first.testedAt.adding(seconds: -gap) } ?? false
            let reachesOn = stretch.map { $0.to >= last.testedAt.adding(seconds: gap) } ?? false
            guard !reachesBack || !reachesOn else { continue }
            missing.append(
                .init(
                    device: first.device,
                    from: first.testedAt.adding(seconds: -margin),
                    to: last.testedAt.adding(seconds: margin)
                )
            )
        }
        return missing
    }

    /// The known runs that hold a wanted test.
    private mutating func runs() -> [[StopTest]] {
        let devices = Set(wanted.compactMap { known[$0]?.device })
        var found: [[StopTest]] = []
        for device in devices.sorted() {
            let runs = runsByDevice[device] ?? grouping.runs(of: byDevice[device] ?? [])
            runsByDevice[device] = runs
            found += runs.filter { run in run.contains { wanted.contains($0.key) } }
        }
        return found
    }

    /// The groups in proven runs that hold something positive or asked for, or that may be new.
    private mutating func relevantGroups() -> [DeviceGroup] {
        runs().flatMap { run in
            let groups = grouping.deviceGroups(of: run)
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
        let persons = fresh.compactMap { test in test.person.map { window(of: $0, around: test) } }
        let plates = fresh.compactMap { test in test.plate.map { window(of: $0, around: test) } }
        let found =
            try TestQuery.ofPersons(persons, region: region, session)
            + TestQuery.ofPlates(plates, region: region, session)
        var isNew = false
        for test in found where !seeds.contains(test.key) {
            learn(test)
            seeds.insert(test.key)
            wanted.insert(test.key)
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

    private func window(on device: String, _ from: Instant, _ to: Instant) -> TestQuery.DeviceWindow {
        .init(
            device: device,
            from: from.adding(seconds: -rules.deviceGapSeconds * 4),
            to: to.adding(seconds: rules.deviceGapSeconds * 4)
        )
    }

    // MARK: - Knowledge

    private mutating func learn(_ test: StopTest) {
        guard known.updateValue(test, forKey: test.key) == nil else { return }
        byDevice[test.device, default: []].append(test)
        runsByDevice[test.device] = nil
    }

    private func tests(on device: String, from: Instant, to: Instant, margin: Int64) -> [StopTest] {
        (byDevice[device] ?? []).filter {
            $0.testedAt >= from.adding(seconds: -margin) && $0.testedAt <= to.adding(seconds: margin)
        }
    }
}
