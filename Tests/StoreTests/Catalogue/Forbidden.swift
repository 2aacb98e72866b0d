/// What gives another answer on a cluster, or none.
enum Forbidden {
    /// What of it a text has.
    static func words(in sql: String) -> [String] {
        var found: [String] = []
        func note<Output>(_ pattern: Regex<Output>, _ word: String) {
            if sql.contains(pattern.ignoresCase().wordBoundaryKind(.simple)) { found.append(word) }
        }
        note(/\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(/, "now()")
        note(/\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b/, "CURRENT_…")
        note(/\b(current_setting|set_config)\s*\(/, "a setting of the session")
        note(/\b(random|gen_random_uuid|nextval)\s*\(/, "a volatile function")
        note(/\bMERGE\s+INTO\b/, "MERGE")
        note(/\b(ROLLUP|CUBE)\s*\(|\bGROUPING\s+SETS\b/, "ROLLUP, CUBE or GROUPING SETS")
        note(/\bWITH\s+RECURSIVE\b/, "RECURSIVE")
        note(/\bSET\s+CONSTRAINTS\b/, "SET CONSTRAINTS")
        note(/\bCOPY\b[^;]*\bFROM\b[^;]*\bWHERE\b/, "COPY … WHERE")
        note(/\bCREATE\s+(OR\s+REPLACE\s+)?(TRIGGER|RULE)\b/, "a trigger or rule")
        note(/\b(xmin|ctid)\b/, "a column of the system")
        if sql.contains(/\bFOR\s+(NO\s+KEY\s+)?(UPDATE|SHARE)\b/.ignoresCase()), !sql.contains(/region\s*=\s*[$:]/) {
            found.append("FOR UPDATE without region")
        }
        if !days(in: sql).isEmpty { found.append("a day or text of a time without zone") }
        return found
    }

    /// Casts to a day and texts of times that do not say in which zone.
    private static func days(in sql: String) -> [Substring] {
        sql.matches(
            of: /([^\s,]*[^,;]{0,60})::(date|time)\b|\bto_char\s*\([^,]*,|\bdate_trunc\s*\([^,]*,[^,)]*/.ignoresCase()
        )
        .map(\.0).filter { !$0.contains(/AT\s+TIME\s+ZONE/.ignoresCase()) }
    }
}
