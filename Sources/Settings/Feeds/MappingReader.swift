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
                let near = Spelling.nearest(to: name, among: kind.schema.fields.map(\.name))
                let hint = near.map { ",应为 \($0)? / did you mean \($0)?" } ?? ""
                section.problem(name, "\(kind.rawValue) 没有此字段 / \(kind.rawValue) has no such field\(hint)")
                return nil
            }
            guard let value = section.optional(name) else {
                section.problem(name, "缺少来源列 / names no source column")
                return nil
            }
            return mapping(kind.schema.fields[index], value)
        }
        return mappings.contains { $0 == nil } ? nil : mappings.compactMap { $0 }
    }

    private func mapping(_ field: Field, _ value: Value) -> ColumnMapping? {
        guard value.isMapping else {
            guard let column = value.word else { return nil }
            return checked(ColumnMapping(field: field.name, columns: [column]), field, value)
        }
        let section = value.inner
        defer { section.finish() }
        let constant = section.optional("constant")?.text
        let columns = (section.optional("column") ?? section.optional("columns"))?.texts ?? []
        _ = section.optional("columns")
        guard columns.isEmpty == (constant != nil) else {
            value.refuse("须有 column(或 columns)与 constant 之一 / needs either column (or columns) or constant")
            return nil
        }
        let mapping = ColumnMapping(
            field: field.name,
            columns: columns,
            constant: constant,
            format: section.optional("format")?.word,
            zone: section.optional("zone")?.word,
            unit: section.optional("unit")?.word,
            scale: section.optional("scale")?.integer(1...1_000_000_000),
            values: values(section),
            otherwise: section.optional("otherwise")?.text,
            absent: section.optional("absent")?.texts ?? []
        )
        return checked(mapping, field, value)
    }

    private func values(_ section: Section) -> [String: String] {
        guard let map = section.optional("values")?.inner else { return [:] }
        var values: [String: String] = [:]
        for name in map.names() { values[name] = map.optional(name)?.text ?? "" }
        return values
    }

    /// What the type of the field demands of its mapping.
    private func checked(_ mapping: ColumnMapping, _ field: Field, _ value: Value) -> ColumnMapping? {
        switch field.type {
        case .instant, .date:
            guard let format = mapping.format else {
                value.refuse("时间字段须写 format,如 yyyy-MM-dd HH:mm:ss / a time needs its format")
                return nil
            }
            do { _ = try TimeFormat(format) } catch { value.refuse("\(error)") }
            guard field.type == .instant else { return mapping }
            guard let zone = mapping.zone else {
                value.refuse("时间字段须写 zone,如 Asia/Shanghai / an instant needs its zone")
                return nil
            }
            do { _ = try Zone(zone) } catch { value.refuse("\(error)") }
        case .alcohol:
            let known = law?.units.map(\.code) ?? []
            guard let unit = mapping.unit, law == nil || known.contains(unit) else {
                let list = known.joined(separator: ", ")
                value.refuse("须写明单位 unit,从不猜测 / the unit must be declared, it is never guessed; one of: \(list)")
                return nil
            }
        case .choice(let words):
            let targets = mapping.values.values + [mapping.otherwise, mapping.constant].compactMap { $0 }
            for target in targets where !words.contains(target) && !target.isEmpty {
                value.refuse("取值 \(target) 不在允许范围 / \(target) is not one of: \(words.joined(separator: ", "))")
            }
        default: break
        }
        return mapping
    }
}
