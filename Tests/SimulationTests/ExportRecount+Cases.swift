extension ExportRecount {
    /// The columns of the two registers this looks at: the counties' name first.
    private static let columns = [
        "案件编号": "ajbh", "受案时间": "sasj", "立案时间": "lasj", "不予立案时间": "bylasj", "移送时间": "yssj",
        "处罚决定时间": "cfjdsj", "延长审查批准时间": "ycscsj", "抽血时间": "cxsj", "送检时间": "sjsj", "收检时间": "sjslsj",
        "鉴定报告时间": "jdbgsj", "鉴定告知时间": "jdgzsj", "告知未达时间": "gzwdsj", "血液检测值": "xjz", "酒精含量": "jjhl",
        "扣押时间": "kysj", "发还时间": "fhsj", "状态": "zt", "撤案时间": "casj", "逃逸": "sfty",
    ]

    /// One case as the last export of its register has it.
    struct Case {
        let line: ExportReader.Line
        let isCounty: Bool

        subscript(_ name: String) -> String { line[isCounty ? name : ExportRecount.columns[name] ?? name] }

        func time(_ name: String) -> Int64? { ExportReader.time(self[name]) }
    }

    mutating func countCases() {
        let kept = Set(exports.last("exhibits").map { $0["案件编号"] })
        for (feed, last) in [("cases-county", end(8, 30)), ("cases-direct", end(8, 30) - 3 * 86_400)] {
            for line in exports.last(feed) {
                let entry = Case(line: line, isCounty: feed == "cases-county")
                let isVoid = ["作废", "9"].contains(entry["状态"]) && entry["撤案时间"].isEmpty
                guard !isVoid else { continue }
                countBlood(entry, last)
                countReview(entry, last)
                countExhibit(entry, kept)
            }
        }
    }

    private mutating func countBlood(_ entry: Case, _ last: Int64) {
        let number = entry["案件编号"]
        if let drawn = entry.time("抽血时间") {
            let due = limit(days: 3, after: drawn)
            judge("blood-send-late", number, due: due, done: entry.time("送检时间"), seenUntil: last)
        }
        if let received = entry.time("收检时间") {
            let due = limit(workingDays: 3, after: received)
            judge("lab-or-notice-late", number + "|lab", due: due, done: entry.time("鉴定报告时间"), seenUntil: last)
        }
        if let reported = entry.time("鉴定报告时间"), entry["告知未达时间"].isEmpty {
            let due = limit(workingDays: 5, after: reported)
            judge("lab-or-notice-late", number + "|notice", due: due, done: entry.time("鉴定告知时间"), seenUntil: last)
        }
    }

    private mutating func countReview(_ entry: Case, _ last: Int64) {
        guard let accepted = entry.time("受案时间") else { return }
        let isUntested = ["是", "1"].contains(entry["逃逸"]) || entry.time("抽血时间") == nil
        let goesByBreath = isUntested && (Double(entry["酒精含量"]) ?? 0) >= 80
        let reported = entry.time("鉴定报告时间")
        guard reported.map({ _ in (Double(entry["血液检测值"]) ?? 0) >= 80 }) ?? goesByBreath else { return }
        let ends = ["立案时间", "不予立案时间", "移送时间", "处罚决定时间"].compactMap { entry.time($0) }
        guard ends.isEmpty else { return }
        let days: Int64 = entry["延长审查批准时间"].isEmpty ? 3 : 30
        let due = limit(days: days, after: max(accepted, reported ?? accepted))
        judge("filing-decision-overdue", entry["案件编号"], due: due, done: nil, seenUntil: last)
    }

    private mutating func countExhibit(_ entry: Case, _ kept: Set<String>) {
        guard let seized = entry.time("扣押时间"), !kept.contains(entry["案件编号"]) else { return }
        if let returned = entry.time("发还时间"), returned <= seized + 86_400 { return }
        judge("exhibit-not-deposited", entry["案件编号"], due: seized + 86_400, done: nil, seenUntil: end(8, 40))
    }
}
