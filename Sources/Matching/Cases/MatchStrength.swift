/// How surely two records belong together. Only strong and medium ones answer a duty.
package enum MatchStrength: String, Sendable, CaseIterable, Comparable {
    case weak, medium, strong

    package static func < (left: MatchStrength, right: MatchStrength) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .weak: 0
        case .medium: 1
        case .strong: 2
        }
    }
}
