import Model

/// Reads the dated tables of the law folder.
struct LawReader {
    let folder: String
    let findings: Findings
    /// What every file said, for the fingerprint.
    var versions: [String] = []

    init(folder: String, _ findings: Findings) {
        self.folder = folder
        self.findings = findings
    }

    mutating func read() -> Law? {
        let thresholds = entries("thresholds", readThreshold)
        let units = entries("alcohol-units", readUnit)
        let clocks = entries("clocks", readClock)
        let calendar = readCalendar()
        let matching = readMatching()
        guard let thresholds, let units, let clocks, let calendar, let matching else { return nil }
        refuseOverlaps(thresholds.map { ($0.code.rawValue, $0.validity) }, "thresholds")
        refuseOverlaps(units.map { ($0.code, $0.validity) }, "alcohol-units")
        refuseOverlaps(clocks.map { ($0.code, $0.validity) }, "clocks")
        for code in Threshold.Code.allCases where !thresholds.contains(where: { $0.code == code }) {
            findings.add(path("thresholds"), nil, "thresholds", "缺少 \(code.rawValue) / \(code.rawValue) is missing")
        }
        return Law(thresholds: thresholds, units: units, clocks: clocks, calendar: calendar, matching: matching)
    }

    private func path(_ name: String) -> String { folder + "/" + name + ".yaml" }

    private mutating func source(_ name: String) -> SourceText? {
        let source = SourceText(path(name), findings)
        if let source { versions.append(name + " " + source.sha256) }
        return source
    }

    /// The entries of a file that is one list under its own name.
    private mutating func entries<Entry>(_ name: String, _ read: (Section) -> Entry?) -> [Entry]? {
        guard let root = source(name)?.root else { return nil }
        let list = root.required(name)?.list ?? []
        root.finish()
        let entries = list.map { value -> Entry? in
            let section = value.inner
            let entry = read(section)
            section.finish()
            return entry
        }
        return entries.contains { $0 == nil } ? nil : entries.compactMap { $0 }
    }

    private func validity(_ section: Section) -> Validity? {
        let from = section.required("effective_from")?.day
        let until = section.optional("effective_to")?.day
        guard let from, let citation = section.required("citation")?.word else { return nil }
        return Validity(from: from, until: until, citation: citation)
    }

    private func readThreshold(_ section: Section) -> Threshold? {
        let code = section.required("code")?.choice(Threshold.Code.self)
        let alcohol = section.required("alcohol")?.alcohol
        guard let validity = validity(section), let code, let alcohol else { return nil }
        return Threshold(code: code, alcohol: alcohol, validity: validity)
    }

    private func readUnit(_ section: Section) -> AlcoholUnit? {
        let code = section.required("code")?.word
        let factor = section.required("factor")?.decimal(scale: 10_000)
        guard let validity = validity(section), let code, let factor else { return nil }
        return AlcoholUnit(code: code, factorTenThousandths: factor, validity: validity)
    }

    private func readClock(_ section: Section) -> Clock? {
        let code = section.required("code")?.word
        let name = section.required("name")?.inner
        let chinese = name?.required("zh")?.word
        let english = name?.required("en")?.word
        name?.finish()
        let limits = ["hours", "days", "working_days"].compactMap { key in
            section.optional(key)?.integer(0...100_000).map { (key, $0) }
        }
        let warning = section.optional("warning")?.integer(0...100_000)
        guard let validity = validity(section), let code, let chinese, let english else { return nil }
        guard limits.count == 1, let (unit, count) = limits.first else {
            section.problem(code, "须有且仅有 hours、days、working_days 之一 / exactly one of hours, days, working_days")
            return nil
        }
        let length: Clock.Length =
            switch unit {
            case "hours": .hours(count)
            case "days": .days(count)
            default: .workingDays(count)
            }
        return Clock(
            code: code,
            nameChinese: chinese,
            nameEnglish: english,
            length: length,
            warning: warning,
            validity: validity
        )
    }

    private mutating func readCalendar() -> WorkCalendar? {
        guard let root = source("calendar")?.root else { return nil }
        var (holidays, makeUpDays): (Set<Day>, Set<Day>) = ([], [])
        var years: [Int] = []
        for value in root.required("calendar")?.list ?? [] {
            let section = value.inner
            if let year = section.required("year")?.integer(1900...2200) { years.append(Int(year)) }
            _ = section.required("citation")?.word
            holidays.formUnion((section.required("holidays")?.list ?? []).compactMap(\.day))
            makeUpDays.formUnion((section.required("make_up_days")?.list ?? []).compactMap(\.day))
            section.finish()
        }
        root.finish()
        guard let first = years.min(), let last = years.max(), Set(years) == Set(first...last) else {
            root.problem("calendar", "年份须连续 / the years must follow on each other without a gap")
            return nil
        }
        return WorkCalendar(holidays: holidays, makeUpDays: makeUpDays, years: first...last)
    }

    private mutating func readMatching() -> MatchingNumbers? {
        guard let root = source("matching")?.root else { return nil }
        let numbers = MatchingReader(root: root).read()
        root.finish()
        return numbers
    }

    /// One code may not say two things on one day.
    private func refuseOverlaps(_ entries: [(code: String, validity: Validity)], _ name: String) {
        for (code, group) in Dictionary(grouping: entries, by: \.code) {
            let ordered = group.map(\.validity).sorted { $0.from < $1.from }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.contains(later.from) {
                findings.add(
                    path(name),
                    nil,
                    name,
                    "\(code) 的有效期重叠,请填写前一条的 effective_to / the validity of \(code) overlaps; end the earlier entry"
                )
            }
        }
    }
}
