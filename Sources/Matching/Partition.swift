/// Disjoint sets of the numbers below a count, joined step by step.
struct Partition {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The lowest member of the set `member` is in.
    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var walker = member
        while parents[walker] != root { (parents[walker], walker) = (root, parents[walker]) }
        return root
    }

    /// Joins two sets. The lower root remains, so that the outcome does not depend on the order of joining.
    mutating func unite(_ left: Int, _ right: Int) {
        let (leftRoot, rightRoot) = (root(of: left), root(of: right))
        parents[max(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
    }

    /// The sets, each in rising order, in the order of their lowest members.
    mutating func sets() -> [[Int]] {
        var members: [Int: [Int]] = [:]
        for member in parents.indices { members[root(of: member), default: []].append(member) }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }
}
