/// Reads which format a feed's files are in, and how they write it.
struct FileFormatReader {
    let root: Section

    func read() -> FileFormat? {
        let others: [(key: String, read: (Section) -> FileFormat?)] = [
            ("json", { JSONShapeReader(root: $0).read().map(FileFormat.json) }),
            ("workbook", { WorkbookShapeReader(root: $0).read().map(FileFormat.workbook) }),
            ("xml", { XMLShapeReader(root: $0).read().map(FileFormat.xml) }),
        ]
        let given = others.filter { root.has($0.key) }
        guard let chosen = given.first else {
            return root.required("csv").flatMap { CSVDialectReader(root: $0.inner).read() }.map(FileFormat.csv)
        }
        let keys = (root.has("csv") ? ["csv"] : []) + given.map(\.key)
        for key in keys { _ = root.optional(key) }
        if keys.count > 1 {
            root.problem(
                chosen.key,
                "\(keys.joined(separator: " 与 ")) 只能写一个 / \(keys.count == 2 ? "both " : "")\(keys.joined(separator: " and ")) are given",
                "只留一个 / keep one of them"
            )
        }
        return root.optional(chosen.key).flatMap { chosen.read($0.inner) }
    }
}
