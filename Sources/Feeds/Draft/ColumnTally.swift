import Model

/// Gathers what stands in one column, row by row, in little memory.
struct ColumnTally {
    private(set) var sample: ColumnSample
    private var forms: [Form]
    private var seen: Set<String> = []

    private struct Form {
        let format: TimeFormat
        var hits: Int64 = 0
        /// A value it reads, kept to see whether others read it otherwise.
        var last: Instant?

        var isCounted: Bool { ColumnEvidence.isCounted(format.pattern) }
    }

    private static let mostSamples = 12
    private static let mostWords = 24
    private static let longest = 80
    /// After so many values a form that read none of them is given up.
    private static let patience: Int64 = 20

    init(name: String, forms: [TimeFormat]) {
        sample = ColumnSample(name: name)
        self.forms = forms.map { Form(format: $0) }
    }

    mutating func take(_ text: [UInt8]) {
        guard !text.isEmpty else { return }
        sample.filled += 1
        if sample.samples.count < Self.mostSamples || sample.words != nil {
            let value = String(decoding: text.prefix(Self.longest), as: UTF8.self)
            if sample.samples.count < Self.mostSamples { sample.samples.append(value) }
            if sample.words != nil, seen.insert(value).inserted { note(value) }
        }
        if text.contains(UInt8(ascii: ".")) { sample.fractions += 1 }
        if text.count <= 40 { tryForms(text) }
        if sample.filled == Self.patience { forms.removeAll { $0.hits == 0 } }
    }

    private mutating func note(_ value: String) {
        guard seen.count <= Self.mostWords else {
            sample.words = nil
            seen = []
            return
        }
        sample.words?.append(value)
    }

    private mutating func tryForms(_ text: [UInt8]) {
        for index in forms.indices {
            forms[index].last = forms[index].format.parse(text.span, zone: .china)
            if forms[index].last != nil { forms[index].hits += 1 }
        }
        guard sample.rivals.isEmpty, let first = forms.first(where: { $0.last != nil && !$0.isCounted })
        else { return }
        let other = forms.first { $0.last != nil && $0.last != first.last && !$0.isCounted }
        if let other { sample.rivals = [first.format.pattern, other.format.pattern] }
    }

    /// What was gathered.
    func finished() -> ColumnSample {
        var sample = sample
        for form in forms where form.hits > 0 { sample.times[form.format.pattern] = form.hits }
        if let words = sample.words { sample.words = words.sorted() }
        return sample
    }
}
