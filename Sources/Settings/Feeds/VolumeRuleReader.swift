import Model

/// Reads how few rows on a day are suspicious.
struct VolumeRuleReader {
    let section: Section

    func read() -> VolumeRule? {
        defer { section.finish() }
        let drop = section.required("drop").flatMap(\.percent)
        let samples = section.optional("samples").map { $0.integer(1...8) } ?? 4
        let quiet = section.optional("quiet").map(\.days) ?? []
        guard let drop, let samples, let quiet else { return nil }
        return VolumeRule(dropPercent: drop, samples: Int(samples), quietDays: quiet)
    }
}
