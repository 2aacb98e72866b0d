import Model

extension StopGrouping {
    /// Step two: groups that may belong together, because some test of each bears the same person or plate within
    /// `identityGapSeconds`, directly or through others.
    ///
    /// - Returns: components in the order of their first group, each in the order of its groups' first tests.
    package func components(of groups: [DeviceGroup]) -> [[DeviceGroup]] {
        let ordered = groups.sorted { ($0.firstAt, $0.key) < ($1.firstAt, $1.key) }
        var partition = Partition(count: ordered.count)
        for sightings in sightings(in: ordered) {
            for (one, next) in zip(sightings, sightings.dropFirst()) where isNear(one, next) {
                partition.unite(one.group, next.group)
            }
        }
        return partition.sets().map { $0.map { ordered[$0] } }
    }

    /// Step three: the stops of one component.
    ///
    /// Groups are joined nearest first, unless both sides already hold a person's ID: then they are two persons. Ruling
    /// 1 speaks of one person *or one plate*; that one plate does not join two known persons is a deliberate departure,
    /// since driver and passenger may swap seats, and each owes an answer of their own.
    ///
    /// `exclusions` says, by key of the test, why it does not count as a driver test.
    package func split(_ component: [DeviceGroup], exclusions: [String: TestExclusion]) -> [Stop] {
        let groups = component.sorted { ($0.firstAt, $0.key) < ($1.firstAt, $1.key) }
        var partition = Partition(count: groups.count)
        var persons = groups.map { group in Set(group.tests.filter { !$0.isPersonDoubtful }.compactMap(\.person)) }
        for edge in edges(in: groups) {
            let (left, right) = (partition.root(of: edge.left), partition.root(of: edge.right))
            guard left != right else { continue }
            let isTwoPersons =
                !persons[left].isEmpty && !persons[right].isEmpty && persons[left].isDisjoint(with: persons[right])
            guard !isTwoPersons else { continue }
            partition.unite(left, right)
            persons[min(left, right)].formUnion(persons[max(left, right)])
        }
        return partition.sets().compactMap { members in
            Stop(tests: members.flatMap { groups[$0].tests }, exclusions: exclusions)
        }
    }

    /// For each person and each plate, where it was seen, in the order of time.
    private func sightings(in groups: [DeviceGroup]) -> [[Sighting]] {
        var byPerson: [Token: [Sighting]] = [:]
        var byPlate: [Token: [Sighting]] = [:]
        for (index, group) in groups.enumerated() {
            for test in group.tests {
                let sighting = Sighting(group: index, at: test.testedAt)
                if let person = test.person { byPerson[person, default: []].append(sighting) }
                if let plate = test.plate { byPlate[plate, default: []].append(sighting) }
            }
        }
        return (Array(byPerson.values) + Array(byPlate.values)).map { $0.sorted { $0.at < $1.at } }
    }

    /// Pairs of groups that may be joined, nearest first; ties by the order of the groups.
    private func edges(in groups: [DeviceGroup]) -> [Edge] {
        var nearest: [Pair: Int64] = [:]
        for sightings in sightings(in: groups) {
            for (index, one) in sightings.enumerated() {
                for other in sightings[(index + 1)...].prefix(while: { isNear(one, $0) }) where one.group != other.group
                {
                    let pair = Pair(left: min(one.group, other.group), right: max(one.group, other.group))
                    nearest[pair] = min(nearest[pair] ?? .max, one.at.apart(from: other.at))
                }
            }
        }
        return
            nearest
            .map { Edge(left: $0.key.left, right: $0.key.right, distance: $0.value) }
            .sorted { ($0.distance, $0.left, $0.right) < ($1.distance, $1.left, $1.right) }
    }

    private func isNear(_ one: Sighting, _ other: Sighting) -> Bool {
        one.at.isWithin(seconds: rules.identityGapSeconds, of: other.at)
    }

    private struct Sighting {
        let group: Int
        let at: Instant
    }

    private struct Pair: Hashable {
        let left: Int
        let right: Int
    }

    private struct Edge {
        let left: Int
        let right: Int
        let distance: Int64
    }
}
