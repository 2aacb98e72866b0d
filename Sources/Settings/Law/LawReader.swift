import Model

/// Reads the dated tables of the law folder.
struct LawReader {
    /// What the files are called in complaints: the folder they lie in.
    let folder: String
    let findings: Findings
    private let isShipped: Bool
    /// What every file said, for the fingerprint.
    private(set) var versions: [String] = []

    init(folder: String, _ findings: Findings) {
        self.folder = folder
        self.findings = findings
        isShipped = false
    }

    /// Reads the tables that came with the program, for where there are no settings.
    init(shipped findings: Findings) {
        folder = "law"
        self.findings = findings
        isShipped = true
    }

    mutating func read() -> Law? {
        let thresholds = entries("thresholds") { section, validity -> Threshold? in
            let code = section.required("code")?.choice(Threshold.Code.self)
            guard let alcohol = section.required("alcohol")?.alcohol, let code, let validity else { return nil }
            return Threshold(code: code, alcohol: alcohol, validity: validity)
        }
        let units = entries("alcohol-units") { section, validity -> AlcoholUnit? in
            let code = section.required("code")?.word
            let factor = section.required("factor")?.decimal(scale: 10_000, most: 1_000_000)
            let spellings = section.optional("also").map(\.texts) ?? []
            guard let code, let factor, let validity, let spellings else { return nil }
            return AlcoholUnit(code: code, factorTenThousandths: factor, validity: validity, spellings: spellings)
        }
        let clocks = entries("clocks") { ClockReader(section: $0, validity: $1).read() }
        let calendar = source("calendar").flatMap { CalendarReader(root: $0).read() }
        let matching = source("matching").flatMap { MatchingReader(root: $0).read() }
        guard let thresholds, let units, let clocks, let calendar, let matching else { return nil }
        refuseMissing(thresholds)
        refuseSharedSpellings(units)
        return Law(thresholds: thresholds, units: units, clocks: clocks, calendar: calendar, matching: matching)
    }

    private func path(_ name: String) -> String { folder + "/" + name + ".yaml" }

    private mutating func source(_ name: String) -> Section? {
        let source = isShipped ? ShippedFiles.source(name, findings) : SourceText(path(name), findings)
        if let source { versions.append(name + " " + source.sha256) }
        return source?.root
    }

    /// The entries of a file that is one list under its own name. Of one code only one may be in force on a day.
    private mutating func entries<Entry>(_ name: String, _ read: (Section, Validity?) -> Entry?) -> [Entry]? {
        guard let root = source(name) else { return nil }
        defer { root.finish() }
        guard let list = root.required(name)?.list else { return nil }
        var known: [String: [Validity]] = [:]
        let entries = list.map { value -> Entry? in
            let section = value.inner
            defer { section.finish() }
            let validity = ValidityReader(section: section).read()
            let entry = read(section, validity)
            if let validity, let code = section.optional("code")?.word {
                refuseOverlap(validity, with: known[code] ?? [], section)
                known[code, default: []].append(validity)
            }
            return entry
        }
        return entries.contains { $0 == nil } ? nil : entries.compactMap { $0 }
    }

    private func refuseOverlap(_ validity: Validity, with others: [Validity], _ section: Section) {
        for other in others {
            let (earlier, later) = other.from <= validity.from ? (other, validity) : (validity, other)
            guard earlier.contains(later.from) else { continue }
            section.problem(
                "effective_from",
                "同一代码的有效期重叠 / two entries of one code are in force at once",
                "给较早的一条填写 effective_to: \(later.from.text) / end the earlier one with effective_to: \(later.from.text)"
            )
        }
    }

    /// A unit written in a cell must name one unit.
    private func refuseSharedSpellings(_ units: [AlcoholUnit]) {
        var owners: [String: String] = [:]
        for unit in units {
            for spelling in [unit.code] + unit.spellings {
                let owner = owners.updateValue(unit.code, forKey: NumberEnding.folded(spelling))
                guard let owner, owner != unit.code else { continue }
                findings.add(
                    path("alcohol-units"),
                    nil,
                    "alcohol-units",
                    "\(spelling) 指两个单位 / \(spelling) names two units: \(owner), \(unit.code)",
                    "从其中一个的 also 中删去 / remove it from `also` of one of them"
                )
            }
        }
    }

    private func refuseMissing(_ thresholds: [Threshold]) {
        for code in Threshold.Code.allCases where !thresholds.contains(where: { $0.code == code }) {
            findings.add(
                path("thresholds"),
                nil,
                "thresholds",
                "缺少 \(code.rawValue) / \(code.rawValue) is missing",
                "补上这一条 / add the entry"
            )
        }
    }
}
