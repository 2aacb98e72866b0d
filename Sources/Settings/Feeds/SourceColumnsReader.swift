import Model

/// Reads where the text of a field comes from: exactly one of `column`, `columns`, `first_of` and `constant`.
struct SourceColumnsReader {
    let section: Section

    struct Source {
        var columns: [String] = []
        var gathering = ColumnMapping.Gathering.joined(by: " ")
        var constant: String?
        var pattern: String?
    }

    func read() -> Source? {
        let keys = ["column", "columns", "first_of", "constant"]
        let given = keys.compactMap { key in section.optional(key).map { (key, $0) } }
        guard given.count == 1, let (key, value) = given.first else {
            section.problem(
                "",
                "来源缺失或不唯一 / no source, or more than one",
                "只写 \(keys.joined(separator: "、")) 之一 / write exactly one of \(keys.joined(separator: ", "))"
            )
            return nil
        }
        var source = Source()
        switch key {
        case "column": source.columns = value.word.map { [$0] } ?? []
        case "constant": source.constant = value.word
        default: source.columns = value.someTexts ?? []
        }
        if key == "first_of" { source.gathering = .first }
        guard !source.columns.isEmpty || source.constant != nil, readJoiner(key, into: &source) else { return nil }
        return readPattern(key, into: &source) ? source : nil
    }

    /// `join` may be empty, if it is in quotes.
    private func readJoiner(_ key: String, into source: inout Source) -> Bool {
        guard let value = section.optional("join") else { return true }
        guard key == "columns" else {
            value.refuse(
                "只有 columns 才连接 / only `columns` are joined",
                "删除它，或改用 columns / remove it, or write columns"
            )
            return false
        }
        guard let text = value.text else { return false }
        source.gathering = .joined(by: text)
        return true
    }

    private func readPattern(_ key: String, into source: inout Source) -> Bool {
        guard let value = section.optional("pattern") else { return true }
        guard key != "constant" else {
            value.refuse("常量无需提取 / nothing is taken out of a constant", "删除它 / remove it")
            return false
        }
        guard let text = value.word else { return false }
        do throws(LinearPatternError) {
            source.pattern = try LinearPattern(text).pattern
            return true
        } catch {
            value.refuse(
                "表达式不可用，\(error)",
                "写成如 ^(\\d+)号 / write it like ^(\\d+)号"
            )
            return false
        }
    }
}
