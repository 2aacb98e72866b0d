/// Reads how the rows of a table stand in a file; the keys stand beside those of its format.
struct TableLayoutReader {
    let root: Section

    func read() -> TableLayout? {
        let heading = readHeading()
        let headingRows = root.optional("header_rows").map { $0.integer(1...5) } ?? 1
        let skipped = root.optional("skip_rows").map(\.someTexts) ?? []
        let section = root.optional("section_column").map(\.word)
        let continuation = root.optional("continuation").map { readContinuation($0.inner) }
        guard let heading, let headingRows, let skipped else { return nil }
        if case .some(.none) = section { return nil }
        if case .some(.none) = continuation { return nil }
        if case .absent = heading, headingRows != 1 {
            root.problem(
                "header_rows",
                "文件没有列名行 / the file has no row of names",
                "删除 header_rows / remove `header_rows`"
            )
            return nil
        }
        return TableLayout(
            heading: heading,
            headingRows: Int(headingRows),
            skippedRows: skipped,
            sectionColumn: section ?? nil,
            continuation: continuation ?? nil
        )
    }

    private func readHeading() -> TableLayout.Heading? {
        let row = root.optional("header_row")
        let names = root.optional("names")
        guard row?.text == "none" else {
            names?.refuse(
                "文件有列名行，不用另写列名 / the file has a row of names, none are to be given",
                "删除 names；文件没有列名行时写 header_row: none / remove `names`, or set header_row: none"
            )
            guard names == nil else { return nil }
            if row?.text == "find" { return .found }
            guard let number = row.map({ $0.integer(1...1000) }) ?? 1 else { return nil }
            return .row(Int(number))
        }
        guard let names else {
            row?.refuse(
                "没有列名行，也没有 names / no row of names, and no `names`",
                "按文件中的次序写 names: [列名, …] / give names: [name, …] in the order of the columns"
            )
            return nil
        }
        return names.someTexts.map { .absent(names: $0) }
    }

    private func readContinuation(_ section: Section) -> TableLayout.Continuation? {
        defer { section.finish() }
        let whenEmpty = section.required("when_empty")?.someTexts
        let fill = section.required("fill")?.someTexts
        guard let whenEmpty, let fill else { return nil }
        return TableLayout.Continuation(whenEmpty: whenEmpty, fill: fill)
    }
}
