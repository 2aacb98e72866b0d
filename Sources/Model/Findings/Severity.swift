/// 严重, 高, 中, 低. Ordered: the highest compares greatest.
package enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
    case low, medium, high, critical

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
