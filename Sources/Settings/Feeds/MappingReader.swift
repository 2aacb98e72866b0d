import Model

/// Reads which column of a source fills which field.
struct MappingReader {
    let kind: Kind
    let law: Law?
    let root: Section

    func read() -> [ColumnMapping]? {
        guard let section = root.required("columns")?.inner else { return nil }
        let mappings = section.names().map { name -> ColumnMapping? in
            guard let index = kind.schema.index(of: name) else {
                let cause = "\(kind.rawValue) 没有此字段 / \(kind.rawValue) has no such field"
                section.unknown(name, among: kind.schema.fields.map(\.name), cause)
                return nil
            }
            guard let value = section.required(name) else { return nil }
            return mapping(kind.schema.fields[index], value)
        }
        return mappings.contains { $0 == nil } ? nil : mappings.compactMap { $0 }
    }

    private func mapping(_ field: Field, _ value: Value) -> ColumnMapping? {
        let rule = FieldRule(field: field, law: law)
        guard value.isMapping else {
            guard let column = value.word else { return nil }
            return rule.check(ColumnMapping(field: field.name, columns: [column]), at: value, nil)
        }
        let section = value.inner
        defer { section.finish() }
        // All keys are asked for before any is found wanting, so that none of them is called unknown.
        let source = SourceColumnsReader(section: section).read()
        let values = values(section)
        let absent = section.optional("absent").map(\.texts) ?? []
        let numbers = NumberFormReader(section: section).read()
        let suffixes = section.optional("suffix").map(\.someTexts) ?? []
        let unknown = UnknownValuesReader(section: section, field: field).read()
        var mapping = ColumnMapping(
            field: field.name,
            columns: [],
            formats: section.optional("format")?.someTexts ?? [],
            zone: section.optional("zone")?.word,
            unit: section.optional("unit")?.word,
            scale: section.optional("scale")?.integer(1...1_000_000_000),
            otherwise: section.optional("otherwise")?.text
        )
        guard let source, let values, let absent, let numbers, let suffixes, let unknown else { return nil }
        mapping.columns = source.columns
        mapping.gathering = source.gathering
        mapping.constant = source.constant
        mapping.pattern = source.pattern
        mapping.values = values
        mapping.absent = absent
        mapping.numbers = numbers
        mapping.suffixes = suffixes
        mapping.refusesUnknown = unknown == .reject
        return rule.check(mapping, at: value, section)
    }

    /// What stands for what. A text mapped to nothing is absent.
    private func values(_ section: Section) -> [String: String]? {
        guard let map = section.optional("values")?.inner else { return [:] }
        var values: [String: String] = [:]
        for name in map.names() {
            guard map.has(name), let value = map.optional(name) else {
                values[name] = ""
                continue
            }
            guard let text = value.text else { return nil }
            values[name] = text
        }
        return values
    }
}
