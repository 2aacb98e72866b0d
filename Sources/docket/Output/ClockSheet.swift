import Model

/// The days of a time limit as lines: which count, and which do not and why.
struct ClockSheet {
    private let days: [ClockDay]

    init(_ days: [ClockDay]) { self.days = days }

    var lines: [String] {
        guard !days.isEmpty else { return [] }
        let counted = days.filter(\.isCounted)
        let others = days.filter { !$0.isCounted }
        let unknown = days.filter { $0.standing == .unknown }
        var lines = [
            "计入 counted: " + counted.enumerated().map { "\($0 + 1)) \(Self.shown($1))" }.joined(separator: " ")
        ]
        if !others.isEmpty {
            lines.append("不计 not counted: " + others.map(Self.shown).joined(separator: " "))
        }
        if let first = unknown.first {
            lines.append(
                "\(first.day.text) 起尚无工作日历，期限为暂定 / no work calendar from then on: the deadline is provisional"
            )
        }
        return lines
    }

    private static func shown(_ one: ClockDay) -> String {
        let day = String(one.day.text.dropFirst(5))
        return switch one.standing {
        case .counted: day
        case .madeUp: day + "(调休上班 made up)"
        case .holiday: day + "(节假日 holiday)"
        case .weekend: day + "(周末 weekend)"
        case .unknown: day + "(?)"
        }
    }
}
