import Matching
import Model

/// A small evening with few persons, plates and devices, so that everything collides.
struct World {
    var random: SeededGenerator
    let tests: [StopTest]
    let cases: [CaseRecord]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var tests: [StopTest] = []
        for device in ["JC01", "JC02"] {
            var time: Int64 = 0
            var number: Int64 = 0
            for index in 0..<15 {
                time += Int64.random(in: 0...1500, using: &random)
                number += Int64.random(in: 0...9, using: &random) == 0 ? 2 : 1
                tests.append(
                    test(
                        random.pick([number], blank: 10),
                        at: seconds(time),
                        Int64.random(in: 0...15_000, using: &random),
                        device: device,
                        key: "\(device)|\(index)",
                        person: random.pick([1, 2, 3], blank: 60),
                        plate: random.pick([1, 2, 3], blank: 60),
                        name: random.pick([1, 2, 3], blank: 60)
                    )
                )
            }
        }
        self.tests = tests
        cases = (0..<12).map { index in
            caseRecord(
                "A\(index)",
                at: random.pick([seconds(Int64.random(in: -200_000...220_000, using: &random))], blank: 10),
                device: random.pick(["JC01", "JC02"], blank: 60),
                recordNo: random.pick(Array(1...16), blank: 20),
                person: random.pick([1, 2, 3], blank: 40),
                plate: random.pick([1, 2, 3], blank: 40),
                name: random.pick([1, 2, 3], blank: 40),
                isVoid: Int.random(in: 0..<8, using: &random) == 0
            )
        }
        self.random = random
    }

    /// The test with everything its stop can depend on: neighbours on the device, and of the same person or plate, until
    /// no more appear.
    func neighbourhood(of start: StopTest) -> [StopTest] {
        var found: [String: StopTest] = [start.key: start]
        var edge = [start]
        while let test = edge.popLast() {
            for other in tests where found[other.key] == nil && isNeighbour(test, other) {
                found[other.key] = other
                edge.append(other)
            }
        }
        return Array(found.values)
    }

    private func isNeighbour(_ one: StopTest, _ other: StopTest) -> Bool {
        let apart = abs(one.testedAt.microseconds - other.testedAt.microseconds) / 1_000_000
        if one.device == other.device, apart <= stopRules.deviceGapSeconds { return true }
        let isSamePerson = one.person != nil && one.person == other.person
        let isSamePlate = one.plate != nil && one.plate == other.plate
        return (isSamePerson || isSamePlate) && apart <= stopRules.identityGapSeconds
    }
}
