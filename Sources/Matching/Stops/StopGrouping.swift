package import Model

/// Puts breath tests together into stops.
///
/// Three steps, so that a caller may fetch only what it needs. The groups of a device depend on nothing farther than an
/// unbroken chain of its tests, see `continues`; a component on nothing farther than tests of the same person or plate
/// within `identityGapSeconds`. Fetching both kinds of neighbours until no new test appears
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
        runs(of: tests).flatMap(groups(inRun:)).sorted { ($0.firstAt, $0.key) < ($1.firstAt, $1.key) }
    }

    /// The unbroken chains of consecutive record numbers.
    ///
    /// Without a record number nothing says that two tests followed one another: such a test is a run of its own.
    private func runs(of tests: [StopTest]) -> [[StopTest]] {
        let ordered = inDeviceOrder(tests)
        var runs: [[StopTest]] = []
        var run: [StopTest] = []
        for test in ordered where test.recordNo != nil {
            if let last = run.last, !continues(test, last) {
                runs.append(run)
                run = []
            }
            run.append(test)
        }
        runs.append(run)
        return runs + ordered.filter { $0.recordNo == nil }.map { [$0] }
    }

    private func inDeviceOrder(_ tests: [StopTest]) -> [StopTest] {
        var seen = Set<String>(minimumCapacity: tests.count)
        return tests.filter { seen.insert($0.key).inserted }.sorted(by: Self.precedes)
    }

    /// The order of a device: by time, record number and key; written out because a full review asks it a million times.
    package static func precedes(_ one: StopTest, _ other: StopTest) -> Bool {
        if one.device != other.device { return one.device < other.device }
        if one.testedAt != other.testedAt { return one.testedAt < other.testedAt }
        if one.recordNo != other.recordNo { return one.recordNo ?? .min < other.recordNo ?? .min }
        return one.key < other.key
    }

    /// Whether a test goes on with the run of the numbered test before it on the device: the next number, within
    /// `deviceGapSeconds`, and not surely of another subject.
    ///
    /// No test outside a run can change how it falls into groups.
    package func continues(_ test: StopTest, _ last: StopTest) -> Bool {
        guard test.device == last.device, let number = test.recordNo, let before = last.recordNo else { return false }
        let (expected, overflow) = before.addingReportingOverflow(1)
        return !overflow && number == expected
            && test.testedAt.isWithin(seconds: rules.deviceGapSeconds, of: last.testedAt)
            && !test.surelyBegins(after: last)
    }

    /// The groups of one run, left to right: a row without identity joins the row before it, or the first after it where
    /// there is none before.
    package func groups(inRun run: [StopTest]) -> [DeviceGroup] {
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
