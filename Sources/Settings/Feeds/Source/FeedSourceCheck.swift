/// What a source and the rest of the feed must agree on.
struct FeedSourceCheck {
    let root: Section

    func check(_ source: FeedSource?, _ contents: FeedDefinition.Contents?, _ format: FileFormat?) {
        switch source {
        case .http(let http): check(http, contents, format)
        case .query(let query): check(query, contents, format)
        default: break
        }
    }

    private func check(_ http: HTTPSource, _ contents: FeedDefinition.Contents?, _ format: FileFormat?) {
        if contents == .snapshot, http.paging != .none {
            root.problem(
                "contents",
                "分页取得的每一页不是全量 / a page is not the whole register",
                "改为 increment，或让对方一次给出全量 / write increment, or have the whole sent at once"
            )
        }
        switch (http.paging, format) {
        case (.cursor, .csv), (.next, .csv):
            root.problem(
                "http",
                "CSV 里没有下一页的标记 / CSV holds no mark of the next page",
                "用 link、page 或 since 翻页 / page by link, page or since"
            )
        case (.cursor, .json(JSONShape(layout: .lines))), (.next, .json(JSONShape(layout: .lines))):
            root.problem(
                "http",
                "layout: lines 里没有下一页的标记 / lines hold no mark of the next page",
                "改为 layout: document，或用 link、page、since 翻页 / write layout: document, or page by link, page or since"
            )
        default: break
        }
    }

    private func check(_ query: QuerySource, _ contents: FeedDefinition.Contents?, _ format: FileFormat?) {
        if contents == .snapshot, query.highWater != nil {
            root.problem(
                "contents",
                "带 high_water 的查询不是全量 / a query past a high-water mark is not the whole register",
                "改为 increment，或去掉 high_water / write increment, or leave high_water out"
            )
        }
        guard case .csv(let dialect)? = format else {
            if format != nil {
                root.problem(format?.key ?? "", "查询结果是 CSV / the result of a query is CSV", Self.dialect)
            }
            return
        }
        let isOurs =
            dialect.encoding == .utf8 && dialect.delimiter == UInt8(ascii: ",")
            && dialect.quote == UInt8(ascii: "\"") && dialect.layout.heading == .row(1)
        if !isOurs { root.problem("csv", "查询结果的CSV不是这样写的 / the CSV of a query is not written so", Self.dialect) }
    }

    private static let dialect =
        #"写 csv: { encoding: utf-8, delimiter: ",", header_row: 1 } / write csv: { encoding: utf-8, delimiter: ",", header_row: 1 }"#
}
