import Model

/// Reads how grave a trouble is, and from when on: `bands`, and either `clock` or `rises`.
struct BandReader {
    let root: Section
    let law: Law?

    /// What the file says of it.
    struct Degrees {
        let bands: [CheckBand]
        let clock: String?
        let rises: [CheckRise]
        let keepsLateness: Bool
    }

    func read() -> Degrees? {
        let bands = readBands()
        let clock = root.optional("clock").map { clockCode($0) }
        let rises = root.optional("rises").map { value in value.list.map { rise($0.inner, bands ?? []) } } ?? []
        let late = root.optional("late").map { $0.word(among: ["kept"]) }
        guard let bands, !rises.contains(where: { $0 == nil }) else { return nil }
        if case .some(.none) = clock { return nil }
        if case .some(.none) = late { return nil }
        if clock != nil, !rises.isEmpty {
            root.problem(
                "clock",
                "clock 与 rises 并存 / both clock and rises",
                "随时间加重的写 rises，否则写 clock / write rises where it grows with time, else clock"
            )
            return nil
        }
        return Degrees(bands: bands, clock: clock ?? nil, rises: rises.compactMap { $0 }, keepsLateness: late != nil)
    }

    private func readBands() -> [CheckBand]? {
        guard let section = root.required("bands")?.inner else { return nil }
        let bands = section.names().map { name in section.required(name).flatMap { band(name, $0.inner) } }
        guard !bands.isEmpty else {
            root.problem("bands", "没有一档 / no band", "至少写一档 / write at least one")
            return nil
        }
        return bands.contains { $0 == nil } ? nil : bands.compactMap { $0 }
    }

    private func band(_ name: String, _ section: Section) -> CheckBand? {
        defer { section.finish() }
        let severity = section.required("severity")?.choice(Severity.self)
        let chinese = section.required("zh")?.word
        let english = section.required("en")?.word
        guard let severity, let chinese, let english else { return nil }
        return CheckBand(name: name, severity: severity, reasonChinese: chinese, reasonEnglish: english)
    }

    private func rise(_ section: Section, _ bands: [CheckBand]) -> CheckRise? {
        defer { section.finish() }
        let clock = section.required("clock").flatMap { clockCode($0) }
        let band = section.required("band")?.word(among: bands.map(\.name))
        guard let clock, let band else { return nil }
        return CheckRise(clock: clock, band: band)
    }

    private func clockCode(_ value: Value) -> String? {
        guard let law else { return value.word }
        return value.word(among: Array(Set(law.clocks.map(\.code))).sorted())
    }
}
