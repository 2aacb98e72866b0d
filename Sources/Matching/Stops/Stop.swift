package import Model

/// One 查处: the tests of one person on one occasion, retests included.
package struct Stop: Equatable, Sendable {
    /// The key of the earliest test, by time and then key.
    package let key: String
    /// By time and then key; never empty.
    package let tests: [StopTest]
    /// By key of the test, why it makes no duty.
    package let exclusions: [String: TestExclusion]
    package let firstAt: Instant
    package let lastAt: Instant
    /// The test with the highest valid evidential value, which makes the duty (ruling 25); the earliest of equals.
    package let dutyTest: StopTest?
    /// The device, unit and officer of the duty test, else of the first.
    package let device: String
    package let unit: String
    package let officer: String
    package let persons: Set<Token>
    /// Those whose ID passes its own check.
    package let surePersons: Set<Token>
    package let plates: Set<Token>
    package let names: Set<Token>

    /// Nil where there are no tests. `exclusions` may speak of other tests too.
    package init?(tests unordered: [StopTest], exclusions all: [String: TestExclusion]) {
        let tests = unordered.sorted(by: DeviceGroup.precedes)
        guard let first = tests.first, let last = tests.last else { return nil }
        var exclusions: [String: TestExclusion] = [:]
        var identity = Identity()
        for test in tests {
            exclusions[test.key] = all[test.key]
            identity.add(test)
        }
        let duty = Self.dutyTest(of: tests, exclusions: exclusions)
        let speaker = duty ?? first
        self.tests = tests
        self.exclusions = exclusions
        (key, firstAt, lastAt, dutyTest) = (first.key, first.testedAt, last.testedAt, duty)
        (device, unit, officer) = (speaker.device, speaker.unit, speaker.officer)
        (persons, surePersons) = (identity.persons, identity.surePersons)
        (plates, names) = (identity.plates, identity.names)
    }

    /// The value that makes the duty.
    package var dutyAlcohol: Alcohol? { dutyTest?.alcohol }

    /// Whether a test that counts was refused.
    package var hasRefusal: Bool {
        tests.contains { $0.mode == .refused && exclusions[$0.key] == nil }
    }

    /// False only where every vehicle stated is a non-motor one: who is silent is taken for a driver.
    package var isMotor: Bool {
        let stated = tests.compactMap(\.isMotor)
        return stated.isEmpty || stated.contains(true)
    }

    /// Why no test of the stop counts, or nil where one does; the first test's reason speaks for all.
    package var exemption: TestExclusion? {
        let reasons = tests.compactMap { exclusions[$0.key] }
        return reasons.count == tests.count ? reasons.first : nil
    }

    /// The first test that counts and was refused or reached `line`.
    package func firstTest(from line: Alcohol) -> StopTest? {
        tests.first { test in
            guard exclusions[test.key] == nil else { return false }
            return test.mode == .refused || test.evidentialAlcohol.map { $0 >= line } == true
        }
    }

    /// The first test that counts and reached `line`.
    package func firstTest(atOrAbove line: Alcohol) -> StopTest? {
        tests.first { test in exclusions[test.key] == nil && test.evidentialAlcohol.map { $0 >= line } == true }
    }

    private static func dutyTest(of tests: [StopTest], exclusions: [String: TestExclusion]) -> StopTest? {
        var best: StopTest?
        var highest: Alcohol?
        for test in tests where exclusions[test.key] == nil {
            guard let alcohol = test.evidentialAlcohol else { continue }
            if let highest, alcohol <= highest { continue }
            (best, highest) = (test, alcohol)
        }
        return best
    }
}

extension StopTest {
    /// The value, where the mode is one whose number counts. Self-check, calibration and demo rows count as driver
    /// tests unless a register excludes them; passive ones never do.
    var evidentialAlcohol: Alcohol? {
        guard isValid else { return nil }
        switch mode {
        case .active, .selfCheck, .calibration, .demo: return alcohol
        case .passive, .refused: return nil
        }
    }
}
