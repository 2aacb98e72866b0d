/// Which tables are keyed by region, as their comments say, and how statements use them.
struct TableKinds {
    struct Join {
        let table: String
        let namesRegion: Bool
    }

    /// Words that follow a table's name and are no alias of it.
    private static let keywords: Set<String> = [
        "as", "cross", "full", "group", "inner", "join", "left", "limit", "on", "order", "right", "set", "union",
        "using",
        "values", "where",
    ]
    private let local: Set<String>

    init() throws {
        var local: Set<String> = ["migration"]
        for file in try SQLText.migrations.get() {
            for match in file.text.matches(of: /COMMENT ON TABLE docket\.([a-z_]+) IS '\[(reference|coordinator)\]/) {
                local.insert(String(match.1))
            }
        }
        self.local = local
    }

    /// The joins to region tables.
    func joins(in sql: String) -> [Join] {
        let pattern = /\bJOIN\s+docket\.([a-z_]+)(?:\s+AS)?\s+([a-z_]+)\s+ON\b/.ignoresCase()
        return sql.matches(of: pattern).filter { !local.contains(String($0.1)) }.map { match in
            let end = /\b(JOIN|WHERE|GROUP|ORDER|UNION)\b/.ignoresCase()
            let rest = sql[match.range.upperBound...]
            let condition = rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
            return Join(table: String(match.1), namesRegion: mentions(String(match.2), in: String(condition)) > 0)
        }
    }

    /// Region tables read or written with no condition on their region.
    func withoutRegion(in sql: String) -> [String] {
        var uses: [(table: String, alias: String)] = []
        let pattern =
            /\b(FROM|JOIN|UPDATE|INTO)\s+docket\.([a-z_]+)(?:\s+AS\s+([a-z_]+)|\s+([a-z_]+))?\s*(\(\s*[a-z_]+)?/
        for match in sql.matches(of: pattern.ignoresCase()) where !local.contains(String(match.2)) {
            let table = String(match.2)
            if match.1.lowercased() == "into" {
                if let first = match.5, first.hasSuffix("region") { continue }
                uses.append((table, "a list of columns that begins with region"))
                continue
            }
            let alias = (match.3 ?? match.4).map(String.init) ?? ""
            uses.append((table, Self.keywords.contains(alias.lowercased()) ? "" : alias))
        }
        return uses.filter { use in
            mentions(use.alias, in: sql) < uses.count { $0.alias == use.alias }
        }.map(\.table)
    }

    /// How often a condition compares the region of the alias.
    private func mentions(_ alias: String, in sql: String) -> Int {
        let words = sql.matches(of: /(?:([a-z_]+)\.)?region\s*=\s*(?:([a-z_]+)\.region)?/.ignoresCase())
        return words.count { match in
            String(match.1 ?? "") == alias || match.2.map { String($0) == alias } ?? false
        }
    }
}
