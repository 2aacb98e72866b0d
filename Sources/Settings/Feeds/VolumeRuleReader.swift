import Model

/// Reads how few rows on a day are suspicious.
struct VolumeRuleReader {
    let section: Section

    func read() -> VolumeRule? {
        defer { section.finish() }
        let drop = section.required("drop").flatMap(percent)
        let samples = section.optional("samples").map { $0.integer(1...8) } ?? 4
        let quiet = section.optional("quiet").map(days) ?? []
        guard let drop, let samples, let quiet else { return nil }
        return VolumeRule(dropPercent: drop, samples: Int(samples), quietDays: quiet)
    }

    private func percent(_ value: Value) -> Int64? {
        guard let text = value.text else { return nil }
        let number = text.hasSuffix("%") ? Int64(text.dropLast()) : nil
        guard let number, (1...99).contains(number) else {
            value.refuse("不是百分比 / not a percentage", "写 1% 至 99%，如 50% / write 1% to 99%, such as 50%")
            return nil
        }
        return number
    }

    private func days(_ value: Value) -> [Day]? {
        guard let texts = value.texts else { return nil }
        let days = texts.compactMap { Day(iso: $0) }
        guard days.count == texts.count else {
            value.refuse("不是日期 / not days", "写成 2026-02-17 / write 2026-02-17")
            return nil
        }
        return days
    }
}
