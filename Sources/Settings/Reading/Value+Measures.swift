import Model

extension Value {
    /// A share in percent, such as 50%; nil where it is none, which is told.
    var percent: Int64? {
        guard let text else { return nil }
        let number = text.hasSuffix("%") ? Int64(text.dropLast()) : nil
        guard let number, (1...99).contains(number) else {
            refuse("不是百分比 / not a percentage", "写 1% 至 99%，如 50% / write 1% to 99%, such as 50%")
            return nil
        }
        return number
    }

    /// A list of days; nil where one is none, which is told.
    var days: [Day]? {
        guard let texts else { return nil }
        let days = texts.compactMap { Day(iso: $0) }
        guard days.count == texts.count else {
            refuse("不是日期 / not days", "写成 2026-02-17 / write 2026-02-17")
            return nil
        }
        return days
    }
}
