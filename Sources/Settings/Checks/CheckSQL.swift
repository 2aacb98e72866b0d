import Model

/// Looks over the SQL of a check before it is ever run.
///
/// This catches slips of well-meaning analysts. What keeps a hostile one from harm are the rights of the database role.
struct CheckSQL {
    private let bare: BareSQL
    private let words: [SQLWord]

    init(_ sql: String) {
        bare = BareSQL(sql)
        words = SQLWord.words(of: bare)
    }

    /// One thing wrong with the SQL.
    struct Fault: Equatable {
        /// Counted from 1 within the SQL; 0 where it is the whole.
        let line: Int
        let cause: String
        let remedy: String
    }

    /// Parameters every check may use, and must.
    static let builtIn = ["region", "subjects"]
    /// Beside `subjects`, where those are stretches of time: when each begins, and the first moment after it.
    static let bounds = ["starts", "ends"]

    /// The clock is a parameter of the engine: a review of the past must give what it gave then.
    private static let clocks: Set<String> = [
        "now", "current_date", "current_timestamp", "current_time", "localtime", "localtimestamp", "clock_timestamp",
        "statement_timestamp", "transaction_timestamp", "timeofday", "random",
    ]
    /// A check reads, and nothing else.
    private static let changes: Set<String> = [
        "insert", "update", "delete", "merge", "truncate", "drop", "alter", "create", "grant", "revoke", "copy", "into",
        "call", "execute", "lock", "set", "set_config", "nextval", "setval", "pg_sleep", "vacuum", "analyze", "explain",
    ]
    /// What a cluster cannot run, see the house rules.
    private static let local: Set<String> = ["rollup", "cube", "recursive"]

    func faults(parameters: Set<String>, subject: SubjectKind?) -> [Fault] {
        if let line = bare.unclosedLine {
            return [Fault(line: line, cause: "引号或注释没有结束 / a quote or comment never ends", remedy: "补上结尾 / close it")]
        }
        let bounds = subject?.isPeriod ?? true ? Self.bounds : []
        return shapeFaults + words.indices.compactMap(wordFault) + parameterFaults(parameters, bounds)
            + (subject.map { tableFaults($0) } ?? [])
    }

    private var shapeFaults: [Fault] {
        guard let first = words.first, ["select", "with"].contains(first.text) else {
            return [
                Fault(line: 0, cause: "不是查询 / not a query", remedy: "以 SELECT 或 WITH 开头 / begin with SELECT or WITH")
            ]
        }
        return []
    }

    private func wordFault(at index: Int) -> Fault? {
        let word = words[index]
        func fault(_ cause: String, _ remedy: String) -> Fault { Fault(line: word.line, cause: cause, remedy: remedy) }
        switch word.text {
        case ";": return fault("分号 / a semicolon", "只写一条语句，不写分号 / write one statement without semicolon")
        case let text where text.hasPrefix("$"):
            return fault("按编号的参数 \(text) / a parameter by number, \(text)", "改用 :名称 / write :name")
        case let text where Self.clocks.contains(text) && (text != "now" || next(index, is: "(")):
            return fault(
                "读取时钟或随机数 \(text) / reads the clock or chance, \(text)",
                "时间由系统传入，不在SQL中取 / leave time to the engine"
            )
        case let text where Self.changes.contains(text):
            return fault("会改动或占用数据库 \(text) / changes or blocks the database, \(text)", "核查只读 / a check only reads")
        case let text where Self.local.contains(text):
            return fault("集群上不能运行 \(text) / cannot run on a cluster, \(text)", "改写为普通查询 / rewrite it as a plain query")
        case "::" where next(index, is: "date"), "as" where next(index, is: "date") && closes(index + 2):
            return fault(
                "按会话时区取日期 / takes the date by the session's zone",
                "用 date_trunc('day', x AT TIME ZONE 'Asia/Shanghai') / use that instead"
            )
        case "to_char", "date_trunc":
            guard next(index, is: "("), !namesZone(after: index) else { return nil }
            return fault(
                "\(word.text) 没有时区 / \(word.text) without a zone",
                "加上 AT TIME ZONE 'Asia/Shanghai' / add AT TIME ZONE 'Asia/Shanghai'"
            )
        default: return nil
        }
    }

    /// What is worked out of the records, and the law: of these any check may speak.
    private static let derived: Set<String> = ["stop", "stop_test", "link", "number_run", "threshold", "unit"]

    /// A change of a kind that is not followed to the subject would go by unseen.
    private func tableFaults(_ subject: SubjectKind) -> [Fault] {
        let reached = subject.reachedBy.map(\.rawValue)
        let known = Self.derived.union(reached).union(subject == .caseFile ? ["vanished_record"] : [])
        let uses = words.indices.dropFirst(2).filter { words[$0 - 1].text == "." && words[$0 - 2].text == "docket" }
        return uses.filter { !known.contains(words[$0].text) }.map { index in
            let name = words[index].text
            return Fault(
                line: words[index].line,
                cause: "docket.\(name) 的变动不会引起复核 / a change of docket.\(name) is not followed to a \(subject.rawValue)",
                remedy: "改用其中之一 / use one of: \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    private func next(_ index: Int, is text: String) -> Bool {
        index + 1 < words.count && words[index + 1].text == text
    }

    private func closes(_ index: Int) -> Bool { index < words.count && words[index].text == ")" }

    /// Whether `AT TIME ZONE` stands between the brackets that follow.
    private func namesZone(after index: Int) -> Bool {
        var depth = 0
        for place in (index + 1)..<words.count {
            switch words[place].text {
            case "(": depth += 1
            case ")": depth -= 1
            case "zone" where words[place - 1].text == "time" && words[max(0, place - 2)].text == "at": return true
            default: break
            }
            if depth == 0 { return false }
        }
        return false
    }

    private func parameterFaults(_ parameters: Set<String>, _ bounds: [String]) -> [Fault] {
        let uses = words.filter { $0.text.hasPrefix(":") && $0.text != "::" && $0.text != ":" }
        let used = Set(uses.map { String($0.text.dropFirst()) })
        let known = parameters.union(Self.builtIn).union(bounds)
        var faults = uses.filter { !known.contains(String($0.text.dropFirst())) }.map { word in
            let near = Spelling.nearest(to: String(word.text.dropFirst()), among: known.sorted())
            let remedy = near.map { "应为 :\($0)? / did you mean :\($0)?" } ?? "在 parameters 中给出 / give it in parameters"
            return Fault(line: word.line, cause: "未知的参数 \(word.text) / unknown parameter \(word.text)", remedy: remedy)
        }
        for name in Self.builtIn where !used.contains(name) {
            let remedy = "加上 = :region 与 = ANY (:subjects) / confine it by = :region and = ANY (:subjects)"
            faults.append(Fault(line: 0, cause: "没有用 :\(name) 限定范围 / not confined by :\(name)", remedy: remedy))
        }
        for name in parameters.subtracting(used).sorted() {
            let cause = "参数 \(name) 没有用到 / the parameter \(name) is never used"
            faults.append(Fault(line: 0, cause: cause, remedy: "在SQL中用 :\(name)，或删除 / use :\(name), or remove it"))
        }
        return faults
    }
}
