import Model

/// Reads one legal time limit.
struct ClockReader {
    let section: Section
    let validity: Validity?

    /// A limit longer than this is a slip of the pen: a hundred years, in hours.
    private static let longest: Int64 = 100 * 366 * 24

    func read() -> Clock? {
        let code = section.required("code")?.name
        let name = BilingualReader(section.required("name")).read()
        let limits = ["hours", "days", "working_days"].compactMap { key in
            section.optional(key).map { (key, $0.integer(0...Self.longest)) }
        }
        guard limits.count == 1, let (unit, count) = limits.first else {
            section.problem(
                "",
                "时限不唯一或缺失 / no limit, or more than one",
                "只写 hours、days、working_days 之一 / write exactly one of hours, days, working_days"
            )
            _ = section.optional("warning")
            return nil
        }
        let warning = section.optional("warning").map { $0.integer(0...max(0, count ?? Self.longest)) }
        guard let code, let name, let count, let validity else { return nil }
        if case .some(.none) = warning { return nil }
        return Clock(
            code: code,
            nameChinese: name.chinese,
            nameEnglish: name.english,
            length: length(unit, count),
            warning: warning ?? nil,
            validity: validity
        )
    }

    private func length(_ unit: String, _ count: Int64) -> Clock.Length {
        switch unit {
        case "hours": .hours(count)
        case "days": .days(count)
        default: .workingDays(count)
        }
    }
}
