import Model

/// Reads how the pages of an HTTP source follow each other.
struct HTTPPagingReader {
    let root: Section

    private static let ways = ["cursor", "next", "link", "page", "since"]

    func read() -> HTTPPaging? {
        defer { root.finish() }
        let named = Self.ways.filter { root.has($0) }
        guard named.count == 1, let way = named.first else {
            for way in named { _ = root.optional(way) }
            root.problem(
                "",
                "没有写明恰好一种翻页方式 / not exactly one way of paging is given",
                "写 cursor、next、link、page 或 since 之一 / write one of cursor, next, link, page or since"
            )
            return nil
        }
        switch way {
        case "cursor": return readCursor()
        case "next": return root.required("next").flatMap { JSONShapeReader.path($0) }.map { .next(path: $0) }
        case "link":
            guard root.required("link")?.word(among: ["next"]) != nil else { return nil }
            return .link
        case "page": return readPage()
        default: return readWindow()
        }
    }

    private func readCursor() -> HTTPPaging? {
        let path = root.required("cursor").flatMap { JSONShapeReader.path($0) }
        let parameter = root.required("parameter")?.word
        guard let path, let parameter else { return nil }
        return .cursor(path: path, parameter: parameter)
    }

    private func readPage() -> HTTPPaging? {
        let parameter = root.required("page")?.word
        let first = root.optional("first").map { $0.integer(0...1_000_000) } ?? 1
        guard let parameter, let first else { return nil }
        return .page(parameter: parameter, first: first)
    }

    private func readWindow() -> HTTPPaging? {
        let since = root.required("since")?.word
        let until = root.required("until")?.word
        let length = root.required("window")?.seconds(60...31_622_400)
        let lag = root.optional("lag").map { $0.seconds(0...2_678_400) } ?? 0
        let overlap = root.optional("overlap").map { $0.seconds(0...31_622_400) } ?? 0
        let format = root.required("format").flatMap { readForm($0) }
        let zone = root.required("zone").flatMap { value in
            value.word.flatMap { TimeForms.isZone($0, value) ? $0 : nil }
        }
        let start = root.required("start")?.day
        guard let since, let until, let length, let lag, let overlap, let format, let zone, let start,
            let first = (try? Zone(zone))?.instant(start, secondOfDay: 0)
        else { return nil }
        return .window(
            HTTPPaging.TimeWindow(
                since: since,
                until: until,
                length: length,
                start: first,
                lag: lag,
                overlap: overlap,
                format: format,
                zone: zone
            )
        )
    }

    private func readForm(_ value: Value) -> WrittenTime? {
        guard let text = value.word else { return nil }
        if let form = WrittenTime(text) { return form }
        value.refuse(
            "不能按此格式写出时间 / times cannot be written in this form",
            "用 yyyy、MM、dd、HH、mm、ss、XXX，文字加撇号；或写 unix、unix_ms / "
                + "use yyyy, MM, dd, HH, mm, ss, XXX, with words between apostrophes; or write unix or unix_ms"
        )
        return nil
    }
}
