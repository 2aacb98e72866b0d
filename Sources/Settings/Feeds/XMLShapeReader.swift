/// Reads where a feed's XML has its rows.
struct XMLShapeReader {
    let root: Section

    func read() -> XMLShape? {
        defer { root.finish() }
        guard let value = root.required("rows"), let text = value.word else { return nil }
        let names = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty }) else {
            value.refuse(
                "不是用 / 分隔的元素名 / not names of elements with / between them",
                "从最外层写到一行的元素，如 export/data/record / from the outermost to that of a row, such as export/data/record"
            )
            return nil
        }
        return XMLShape(rows: names)
    }
}
