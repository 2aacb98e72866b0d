package import Model

/// Puts breath tests together into stops.
///
/// Three steps, so that a caller may fetch only what it needs. The groups of a device depend on nothing farther than an
/// unbroken chain of its tests, each within `deviceGapSeconds` of the next; a component on nothing farther than tests
/// of the same person or plate within `identityGapSeconds`. Fetching both kinds of neighbours until no new test appears
/// gives exactly the stops that grouping all tests would give. When a test changed, begin with every test of the stops
/// it was in before: they may no longer be its neighbours.
package struct StopGrouping: Sendable {
    package let rules: StopRules

    package init(rules: StopRules) { self.rules = rules }

    /// The stops of a set of tests that is closed under the neighbourhoods above, in the order of their first tests.
    ///
    /// `exclusions` says, by key of the test, why it does not count as a driver test.
    package func stops(of tests: [StopTest], exclusions: [String: TestExclusion]) -> [Stop] {
        components(of: deviceGroups(of: tests))
            .flatMap { split($0, exclusions: exclusions) }
            .sorted { ($0.firstAt, $0.key) < ($1.firstAt, $1.key) }
    }

    /// Step one: the groups of consecutive record numbers, parted where another subject begins.
    ///
    /// The tests may be of one or more devices, in any order; a test given twice counts once.
    package func deviceGroups(of tests: [StopTest]) -> [DeviceGroup] {
        runs(of: tests).flatMap { groups(inRun: $0) }.sorted { ($0.firstAt, $0.key) < ($1.firstAt, $1.key) }
    }

    /// The unbroken chains of consecutive record numbers, each test within `deviceGapSeconds` of the one before.
    ///
    /// Without a record number nothing says that two tests followed one another: such a test is a run of its own.
    package func runs(of tests: [StopTest]) -> [[StopTest]] {
        let ordered = inDeviceOrder(tests)
        var runs: [[StopTest]] = []
        var run: [StopTest] = []
        for test in ordered where test.recordNo != nil {
            if let last = run.last, !isNext(test, after: last) {
                runs.append(run)
                run.removeAll(keepingCapacity: true)
            }
            run.append(test)
        }
        if !run.isEmpty { runs.append(run) }
        return runs + ordered.filter { $0.recordNo == nil }.map { [$0] }
    }

    private func inDeviceOrder(_ tests: [StopTest]) -> [StopTest] {
        var seen: Set<String> = []
        return
            tests
            .filter { seen.insert($0.key).inserted }
            .sorted {
                ($0.device, $0.testedAt, $0.recordNo ?? .min, $0.key)
                    < ($1.device, $1.testedAt, $1.recordNo ?? .min, $1.key)
            }
    }

    private func isNext(_ test: StopTest, after last: StopTest) -> Bool {
        guard test.device == last.device, let number = test.recordNo, let before = last.recordNo else { return false }
        let (expected, overflow) = before.addingReportingOverflow(1)
        return !overflow && number == expected
            && test.testedAt.isWithin(seconds: rules.deviceGapSeconds, of: last.testedAt)
    }

    /// Left to right: a row without identity joins the row before it, or the first after it where there is none before.
    private func groups(inRun run: [StopTest]) -> [DeviceGroup] {
        var pieces: [[StopTest]] = []
        var current: [StopTest] = []
        var identity = Identity()
        for test in run {
            if identity.contradicts(test) {
                pieces.append(current)
                current = []
                identity = Identity()
            }
            current.append(test)
            identity.add(test)
        }
        pieces.append(current)
        return pieces.compactMap(DeviceGroup.init)
    }
}
