import Model
import TestSupport

/// A night in a very small town where everything collides: few devices, few people, plates that are shared, records
/// that are altered, registers that arrive when they please.
struct SmallWorld: Sendable {
    /// One version of one record, as one export tells it.
    struct Entry: Sendable, CustomStringConvertible {
        var kind: Kind
        /// The number of the export of its kind; a later one tells of a later state.
        var export: Int
        var values: [String: String]

        var description: String {
            let fields = values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            return "\(kind.rawValue)@\(export) { \(fields.joined(separator: ", ")) }"
        }
    }

    /// One file of one feed.
    struct Delivery: Sendable, Hashable {
        var kind: Kind
        var export: Int
    }

    static let exports = 4
    /// When the world is looked at: every clock has run out, and every feed's last export is as late.
    static let asOf = Instant(microseconds: 1_743_000_000_000_000)

    var entries: [Entry]
    /// The order in which the files come.
    var deliveries: [Delivery]
    /// How many files come before each review.
    var groups: [Int]

    /// Each export of `steps` is a step of its own: its files come, then a review.
    init(steps: [[Entry]]) {
        entries = steps.flatMap(\.self)
        let all = Kind.allCases.flatMap { kind in (0..<Self.exports).map { Delivery(kind: kind, export: $0) } }
        let named = steps.map { step in
            step.reduce(into: [Delivery]()) { files, entry in
                let file = Delivery(kind: entry.kind, export: entry.export)
                if !files.contains(file) { files.append(file) }
            }
        }
        let early = all.filter { !named.joined().contains($0) }
        deliveries = early + named.flatMap(\.self)
        groups = [early.count] + named.map(\.count)
    }

    /// A town that the seed makes up.
    init(seed: UInt64) {
        var town = Town(random: SeededGenerator(seed: seed))
        entries = town.records()
        deliveries = Kind.allCases.flatMap { kind in (0..<Self.exports).map { Delivery(kind: kind, export: $0) } }
        deliveries.shuffle(using: &town.random)
        groups = []
        while groups.reduce(0, +) < deliveries.count { groups.append(Int.random(in: 1...6, using: &town.random)) }
    }

    /// The records of a file, in the order of the file.
    func records(of delivery: Delivery) -> [[String: String]] {
        entries.filter { $0.kind == delivery.kind && $0.export == delivery.export }.map(\.values)
    }

    /// A feed's exports are a day apart, the last one at the time of the review.
    func exportedAt(_ delivery: Delivery) -> Instant {
        Self.asOf.adding(seconds: Int64(delivery.export - Self.exports + 1) * 86_400)
    }
}
