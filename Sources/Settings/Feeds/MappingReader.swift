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
        let source = source(section)
        let values = values(section)
        let absent = section.optional("absent").map(\.texts) ?? []
        let mapping = ColumnMapping(
            field: field.name,
            columns: source?.columns ?? [],
            constant: source?.constant,
            formats: section.optional("format")?.someTexts ?? [],
            zone: section.optional("zone")?.word,
            unit: section.optional("unit")?.word,
            scale: section.optional("scale")?.integer(1...1_000_000_000),
            values: values ?? [:],
            otherwise: section.optional("otherwise")?.text,
            absent: absent ?? []
        )
        guard source != nil, values != nil, absent != nil else { return nil }
        return rule.check(mapping, at: value, section)
    }

    /// Where the text comes from: exactly one of `column`, `columns` and `constant`.
    private func source(_ section: Section) -> (columns: [String], constant: String?)? {
        let column = section.optional("column")
        let columns = section.optional("columns")
        let constant = section.optional("constant")
        switch (column, columns, constant) {
        case (.some(let value), nil, nil): return value.word.map { ([$0], nil) }
        case (nil, .some(let value), nil): return value.someTexts.map { ($0, nil) }
        case (nil, nil, .some(let value)): return value.word.map { ([], $0) }
        default:
            section.problem(
                "",
                "来源缺失或不唯一 / no source, or more than one",
                "只写 column、columns、constant 之一 / write exactly one of column, columns, constant"
            )
            return nil
        }
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
