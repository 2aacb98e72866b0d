import Model

/// A stretch of time checks look at as a whole.
enum Period {
    /// A day of duty, from six in the morning to six the next morning: a night is one.
    case day
    /// A month, China time.
    case month

    /// The names of the periods an instant matters to, in SQL: a month is looked at with the two before it.
    func names(of instant: String) -> [String] {
        switch self {
        case .day: ["to_char((\(instant)) AT TIME ZONE 'Asia/Shanghai' - interval '6 hours', 'YYYY-MM-DD')"]
        case .month:
            (0...2).map {
                "to_char(date_trunc('month', (\(instant)) AT TIME ZONE 'Asia/Shanghai') + interval '\($0) months', 'YYYY-MM')"
            }
        }
    }

    /// When the period of a name begins, and the first moment after it; nil where the name is none.
    func bounds(of name: String) -> (from: Instant, to: Instant)? {
        switch self {
        case .day:
            guard let day = Day(iso: name) else { return nil }
            let start = ChinaTime.startOfDay(day).adding(seconds: 6 * 3600)
            return (start, start.adding(seconds: 86_400))
        case .month:
            guard let first = Day(iso: name + "-01") else { return nil }
            let next = Day(year: first.month == 12 ? first.year + 1 : first.year, month: first.month % 12 + 1, day: 1)
            return next.map { (ChinaTime.startOfDay(first), ChinaTime.startOfDay($0)) }
        }
    }
}
