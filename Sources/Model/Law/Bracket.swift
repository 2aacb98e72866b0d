/// The bracket of the law a reading falls into. Ordered: the gravest compares greatest.
package enum Bracket: String, Sendable, CaseIterable, Comparable {
    /// Below the line of 饮酒后驾车.
    case none
    /// 饮酒后驾车.
    case drink
    /// 醉酒后驾车.
    case drunk

    package static func < (left: Bracket, right: Bracket) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .drink: 1
        case .drunk: 2
        }
    }
}
