import Model

/// Reads alcohol in one unit, by the law of the day of the test.
struct AlcoholScale: Sendable {
    private struct Span {
        let from: Day
        let reader: AlcoholReader
    }

    /// By the first day each counts on; the law's tables change so rarely that there are one or two.
    private let readers: [Span]
    private let latest: AlcoholReader

    /// Nil where the law knows no such unit, or no range.
    init?(unit code: String, law: Law, form: NumberForm) {
        let units = law.units.filter { $0.code == code }.sorted { $0.validity.from < $1.validity.from }
        let ranges = law.thresholds.filter { $0.code == .range }.sorted { $0.validity.from < $1.validity.from }
        guard let lastUnit = units.last, let lastRange = ranges.last else { return nil }
        latest = AlcoholReader(unit: lastUnit, range: lastRange.alcohol, form: form)
        let validities = units.map(\.validity) + ranges.map(\.validity)
        let days = Set(validities.map(\.from) + validities.compactMap(\.until))
        readers = days.sorted().map { day in
            let unit = law.unit(code, on: day) ?? lastUnit
            let range = law.threshold(.range, on: day) ?? lastRange.alcohol
            return Span(from: day, reader: AlcoholReader(unit: unit, range: range, form: form))
        }
    }

    /// Without a day of the test, the latest law counts.
    func read(_ text: Swift.Span<UInt8>, on day: Day?) -> AlcoholReader.Outcome {
        guard let day, let index = readers.lastIndex(where: { $0.from <= day }) else { return latest.read(text) }
        return readers[index].reader.read(text)
    }
}
