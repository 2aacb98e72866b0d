import Model

/// Reads the file of synonyms.
struct SynonymsReader {
    let root: Section

    func read() -> Synonyms? {
        defer { root.finish() }
        let times = root.required("times").flatMap { readTimes($0) }
        let footers = root.required("footers")?.someTexts
        let parts = root.optional("time_parts").map { readParts($0.inner) } ?? []
        guard let section = root.required("kinds")?.inner else { return nil }
        let kinds = Kind.allCases.map { kind in
            section.optional(kind.rawValue).map { readKind(kind, $0.inner) }
                ?? Synonyms.KindWords(kind: kind, contents: .increment, fields: [])
        }
        section.finish()
        guard let times, let footers, let parts, !kinds.contains(where: { $0 == nil }) else { return nil }
        return Synonyms(kinds: kinds.compactMap { $0 }, times: times, timeParts: parts, footers: footers)
    }

    private func readParts(_ section: Section) -> [Synonyms.PartWords]? {
        defer { section.finish() }
        let parts = Synonyms.TimePart.allCases.compactMap { part in
            section.optional(part.rawValue).map { ($0.someTexts, part) }
        }
        guard parts.allSatisfy({ $0.0 != nil }) else { return nil }
        return parts.map { Synonyms.PartWords(part: $0.1, names: $0.0 ?? []) }
    }

    private func readTimes(_ value: Value) -> [String]? {
        guard let texts = value.someTexts else { return nil }
        return texts.allSatisfy { TimeForms.format($0, value) != nil } ? texts : nil
    }

    private func readKind(_ kind: Kind, _ section: Section) -> Synonyms.KindWords? {
        defer { section.finish() }
        let contents = section.required("contents")?.choice(FeedDefinition.Contents.self)
        guard let fields = section.required("fields")?.inner else { return nil }
        let words = fields.names().map { name -> Synonyms.FieldWords? in
            guard kind.schema.index(of: name) != nil else {
                let cause = "\(kind.rawValue) 没有此字段 / \(kind.rawValue) has no such field"
                fields.unknown(name, among: kind.schema.fields.map(\.name), cause)
                return nil
            }
            return fields.required(name).flatMap { readField(name, $0) }
        }
        guard let contents, !words.contains(where: { $0 == nil }) else { return nil }
        return Synonyms.KindWords(kind: kind, contents: contents, fields: words.compactMap { $0 })
    }

    private func readField(_ name: String, _ value: Value) -> Synonyms.FieldWords? {
        guard value.isMapping else { return value.someTexts.map { plain(name, $0) } }
        let section = value.inner
        defer { section.finish() }
        let names = section.optional("names").map(\.someTexts) ?? []
        let clocks = section.optional("clocks").map(\.someTexts) ?? []
        let absent = section.optional("absent").map(\.someTexts) ?? []
        let beside = section.optional("beside").map(\.someTexts) ?? []
        let shared = section.optional("shared").map { $0.text == "true" } ?? false
        let scale = section.optional("scale").map { $0.integer(1...1_000_000_000) } ?? nil
        let constant = section.optional("constant")?.word
        let values = section.optional("values").map { readValues($0.inner) } ?? [:]
        guard let names, let clocks, let absent, let beside else { return nil }
        var words = plain(name, names)
        (words.clocks, words.absent, words.isShared, words.scale) = (clocks, absent, shared, scale)
        (words.constant, words.constantBeside, words.values) = (constant, beside, values)
        return words
    }

    private func readValues(_ section: Section) -> [String: String] {
        var values: [String: String] = [:]
        for name in section.names() { values[name] = section.optional(name)?.text ?? "" }
        return values
    }

    private func plain(_ field: String, _ names: [String]) -> Synonyms.FieldWords {
        Synonyms.FieldWords(
            field: field,
            names: names,
            clocks: [],
            isShared: false,
            values: [:],
            absent: [],
            constantBeside: []
        )
    }
}
