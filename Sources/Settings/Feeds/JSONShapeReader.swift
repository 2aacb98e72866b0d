/// Reads where a feed's JSON has its rows.
struct JSONShapeReader {
    let root: Section

    private enum Layout: String, CaseIterable { case document, lines }

    func read() -> JSONShape? {
        defer { root.finish() }
        let layout = root.required("layout")?.choice(Layout.self)
        let path = root.optional("rows").map(Self.path) ?? []
        guard let layout, let path else { return nil }
        switch layout {
        case .document: return JSONShape(layout: .document(path: path))
        case .lines:
            guard path.isEmpty else {
                root.problem(
                    "rows",
                    "layout: lines 每行就是一条，没有 rows / with layout: lines each line is a row, there is no path to them",
                    "删除 rows，或改为 layout: document / remove `rows`, or set layout: document"
                )
                return nil
            }
            return JSONShape(layout: .lines)
        }
    }

    /// Names with dots between them, as they lead from the top of a document to a value in it.
    static func path(_ value: Value) -> [String]? {
        guard let text = value.text else { return nil }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else {
            value.refuse(
                "不是用点分隔的名称 / not names with dots between them",
                "如 data.list；整个文件就是数组时删除 rows / such as data.list; remove `rows` where the file is the array itself"
            )
            return nil
        }
        return names
    }
}
