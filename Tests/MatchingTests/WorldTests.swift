import Matching
import Model
import Testing

/// What must hold in every world, tried in many random ones.
@Suite struct WorldTests {
    @Test("stops do not depend on the order in which tests come", arguments: 0..<UInt64(60))
    func stopOrder(seed: UInt64) {
        var world = World(seed: seed)
        #expect(stops(world.tests.shuffled(using: &world.random)) == stops(world.tests))
    }

    @Test("every test is in exactly one stop, and no stop holds two persons", arguments: 0..<UInt64(60))
    func partition(seed: UInt64) {
        let world = World(seed: seed)
        let found = stops(world.tests)
        #expect(found.flatMap(\.tests).map(\.key).sorted() == world.tests.map(\.key).sorted())
        #expect(found.allSatisfy { $0.persons.count <= 1 })
        #expect(Set(found.map(\.key)).count == found.count)
    }

    @Test(
        "grouping only the neighbours of a test gives the stops that grouping everything gives",
        arguments: 0..<UInt64(60)
    )
    func fragments(seed: UInt64) {
        let world = World(seed: seed)
        let whole = stops(world.tests)
        for start in world.tests {
            let near = world.neighbourhood(of: start)
            let keys = Set(near.map(\.key))
            let expected = whole.filter { stop in stop.tests.contains { keys.contains($0.key) } }
            #expect(stops(near) == expected)
        }
    }

    @Test("no test outside a run changes how the run falls into groups", arguments: 0..<UInt64(200))
    func runs(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let grouping = StopGrouping(rules: stopRules)
        let evening = (0..<12).map { index in
            test(
                Int64(index),
                at: minutes(Int64(index)),
                person: random.pick([1, 2], blank: 50),
                isPersonDoubtful: Int.random(in: 0..<4, using: &random) == 0,
                plate: random.pick([1, 2, 3], blank: 40),
                name: random.pick([1, 2], blank: 60)
            )
        }
        var runs: [[StopTest]] = []
        for test in evening {
            if let last = runs.last?.last, grouping.continues(test, last) {
                runs[runs.count - 1].append(test)
            } else {
                runs.append([test])
            }
        }
        // However much of the evening before a run is known, and whatever follows it.
        let whole = grouping.groups(inRun: evening).map { $0.tests.map(\.key) }
        #expect(runs.flatMap { grouping.groups(inRun: $0) }.map { $0.tests.map(\.key) } == whole)
        #expect(grouping.deviceGroups(of: evening).map { $0.tests.map(\.key) } == whole)
    }

    @Test("links do not depend on the order of stops and cases", arguments: 0..<UInt64(60))
    func linkOrder(seed: UInt64) {
        var world = World(seed: seed)
        let matching = CaseMatching(rules: caseRules)
        let found = stops(world.tests)
        let links = matching.assign(stops: found, cases: world.cases)
        let shuffled = matching.assign(
            stops: found.shuffled(using: &world.random),
            cases: world.cases.shuffled(using: &world.random)
        )
        #expect(shuffled == links)
    }

    @Test(
        "a case never answers stops of two persons, nor two stops without citing both or finding one occasion of one person",
        arguments: 0..<UInt64(60)
    )
    func onePerson(seed: UInt64) {
        let world = World(seed: seed)
        let found = stops(world.tests)
        let byKey = Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0) })
        let answering = CaseMatching(rules: caseRules).assign(stops: found, cases: world.cases).filter(\.answers)
        for links in Dictionary(grouping: answering, by: \.caseKey).values {
            let held = links.compactMap { byKey[$0.stop] }
            #expect(held.reduce(into: Set<Token>()) { $0.formUnion($1.persons) }.count <= 1)
            let isOneOccasion = held.allSatisfy { one in held.contains { isSameOccasion(one, $0) } }
            #expect(links.count == 1 || links.allSatisfy(\.isCited) || isOneOccasion)
        }
    }

    private func isSameOccasion(_ one: Stop, _ other: Stop) -> Bool {
        one.key != other.key && !one.persons.isDisjoint(with: other.persons)
            && one.firstAt <= other.lastAt.adding(seconds: caseRules.occasionSeconds)
            && other.firstAt <= one.lastAt.adding(seconds: caseRules.occasionSeconds)
    }

    @Test("taking a case away changes no link of another", arguments: 0..<UInt64(20))
    func removal(seed: UInt64) {
        let world = World(seed: seed)
        let matching = CaseMatching(rules: caseRules)
        let found = stops(world.tests)
        let links = matching.assign(stops: found, cases: world.cases)
        for gone in world.cases {
            let left = matching.assign(stops: found, cases: world.cases.filter { $0.key != gone.key })
            #expect(left == links.filter { $0.caseKey != gone.key })
        }
    }

    @Test("links found through an index are those found by trying every pair", arguments: 0..<UInt64(20))
    func everyPair(seed: UInt64) {
        let world = World(seed: seed)
        let matching = CaseMatching(rules: caseRules)
        let found = stops(world.tests)
        let pairs = found.flatMap { stop in world.cases.compactMap { matching.judge(stop, $0) } }
        let links = matching.assign(stops: found, cases: world.cases)
        #expect(Set(links.map { [$0.stop, $0.caseKey] }) == Set(pairs.map { [$0.stop, $0.caseKey] }))
    }
}
