import Model

/// Reads one record of an example: its kind, and the text of its fields.
struct ExampleRecordReader {
    let section: Section

    func read() -> ExampleRecord? {
        let names = section.names()
        guard names.count == 1, let name = names.first else {
            section.problem("", "不是一条记录 / not one record", "写 记录种类: {字段: 值} / write kind: {field: value}")
            return nil
        }
        guard let kind = Kind(rawValue: name) else {
            section.unknown(name, among: Kind.allCases.map(\.rawValue), "没有这种记录 / no such kind of record")
            return nil
        }
        guard let fields = section.required(name)?.inner else { return nil }
        var (values, isSound): ([String: String], Bool) = ([:], true)
        for field in fields.names() {
            guard let text = text(of: field, fields, kind) else {
                isSound = false
                continue
            }
            values[field] = text
        }
        for field in kind.schema.fields where field.isRequired && !fields.has(field.name) {
            fields.problem(field.name, "缺少必需字段 / a required field is missing", "补上 \(field.name) / add \(field.name)")
            isSound = false
        }
        return isSound ? ExampleRecord(kind: kind, values: values) : nil
    }

    private func text(of name: String, _ fields: Section, _ kind: Kind) -> String? {
        guard let index = kind.schema.index(of: name) else {
            let cause = "\(kind.rawValue) 没有此字段 / \(kind.rawValue) has no such field"
            fields.unknown(name, among: kind.schema.fields.map(\.name), cause)
            return nil
        }
        guard let value = fields.required(name), let text = value.text else { return nil }
        let type = kind.schema.fields[index].type
        let form = type == .date ? "yyyy-MM-dd" : ExampleReader.timeForm
        let mapping = ColumnMapping(field: name, columns: [], formats: [form])
        guard let fault = FieldText(type, mapping).fault(of: text) else { return text }
        value.refuse("\(text): \(fault.cause)", fault.remedy)
        return nil
    }
}
