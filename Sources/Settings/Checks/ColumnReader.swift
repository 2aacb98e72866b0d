import Model

/// Reads which columns of a check's SQL tell people what was compared.
struct ColumnReader {
    let root: Section

    func read() -> [CheckColumn]? {
        guard let value = root.optional("evidence") else { return [] }
        let columns = value.list.map { column($0.inner) }
        return columns.contains { $0 == nil } ? nil : columns.compactMap { $0 }
    }

    private func column(_ section: Section) -> CheckColumn? {
        defer { section.finish() }
        let name = section.required("column").flatMap { columnName($0) }
        let chinese = section.required("zh")?.word
        let english = section.required("en")?.word
        let form = section.optional("as").map { $0.choice(CheckColumn.Form.self) } ?? .text
        guard let name, let chinese, let english, let form else { return nil }
        return CheckColumn(name: name, labelChinese: chinese, labelEnglish: english, form: form)
    }

    /// It is put into SQL.
    private func columnName(_ value: Value) -> String? {
        guard let text = value.word else { return nil }
        let isPlain =
            text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
            && text.utf8.first.map { $0 > 0x39 } == true
        guard isPlain else {
            value.refuse("不是列名 / no name of a column", "用小写字母、数字和下划线 / use lower-case letters, digits and underscores")
            return nil
        }
        return text
    }
}
