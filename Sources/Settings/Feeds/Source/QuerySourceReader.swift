/// Reads the section `query` of a feed.
struct QuerySourceReader {
    let root: Section

    func read() -> QuerySource? {
        defer { root.finish() }
        let connection = root.required("connection").flatMap { readConnection($0) }
        let sql = root.required("sql").flatMap { readSQL($0) }
        let highWater = root.optional("high_water").map { readHighWater($0.inner) } ?? .some(.none)
        let timeout = root.optional("timeout").map { $0.seconds(1...86400) } ?? 900
        let largest = root.optional("max_bytes").map { $0.integer(1...(2 << 30)) } ?? 2 << 30
        guard let connection, let sql, let highWater, let timeout, let largest else { return nil }
        guard (highWater != nil) == sql.contains(QuerySource.placeholder) else {
            root.problem(
                highWater == nil ? "sql" : "high_water",
                "high_water 与 sql 中的 :high_water 要成对 / high_water and :high_water within sql belong together",
                "两处都写，或都不写 / give both, or neither"
            )
            return nil
        }
        return QuerySource(
            connection: connection,
            sql: sql,
            highWater: highWater,
            timeoutSeconds: timeout,
            largest: largest
        )
    }

    private func readConnection(_ value: Value) -> String? {
        guard let text = value.word else { return nil }
        // A password stands after `password=`, or before the `@` of a URI.
        let isOpen = text.lowercased().contains("password") || text.contains("://") && text.contains("@")
        guard !isOpen else {
            value.refuse(
                "连接串里不能有密码 / no password may stand in a connection string",
                "用 passfile=文件，写成 关键字=值 / use passfile=FILE, and write keyword=value"
            )
            return nil
        }
        return text
    }

    private func readSQL(_ value: Value) -> String? {
        guard let text = value.word else { return nil }
        guard !text.contains(";"), !text.utf8.contains(0) else {
            value.refuse(
                "不是单独一条查询 / not a single query",
                "只写一条 SELECT，不用分号 / write one SELECT without a semicolon"
            )
            return nil
        }
        return text
    }

    private func readHighWater(_ section: Section) -> QuerySource.HighWater? {
        defer { section.finish() }
        let column = section.required("column")?.word
        let start = section.required("start")?.word
        guard let column, let start else { return nil }
        return QuerySource.HighWater(column: column, start: start)
    }
}
