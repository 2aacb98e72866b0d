/// Counts troubles out of the written exports, without the staging, its key or the daemon. It knows no holidays: its worlds
/// lie in March.
struct ExportRecount {
    let exports: ExportReader
    let days: Int
    private(set) var found: [String] = []

    static let checks: Set = [
        "manual-entry", "upload-late", "reading-incomplete", "rapid-fire-tests", "record-gap", "blood-send-late",
        "lab-or-notice-late", "filing-decision-overdue", "video-upload-late", "exhibit-not-deposited",
        "robot-review-overdue", "robot-notice-overdue", "robot-objection-overdue", "robot-cancel-overdue",
        "complaint-overdue",
    ]

    init(_ exports: ExportReader, days: Int) {
        (self.exports, self.days) = (exports, days)
        countTests()
        countCases()
        countRecordings()
        countRobots()
    }

    /// 00:00 of the first day, in China.
    private var start: Int64 { 20_150 * 86_400 - 28_800 }

    /// A time on the morning after the last day.
    func end(_ hour: Int64, _ minute: Int64 = 0) -> Int64 { start + Int64(days) * 86_400 + hour * 3_600 + minute * 60 }

    var asOf: Int64 { end(9) }

    mutating func add(_ check: String, _ subject: String, _ state: String) {
        found.append("\(state) \(check) \(subject)")
    }

    /// What did not come in time: open where it would have been seen, closed where it came late.
    mutating func judge(_ check: String, _ subject: String, due: Int64, done: Int64?, seenUntil last: Int64) {
        if let done, done <= last {
            if done > due { add(check, subject, "closed") }
        } else if due <= asOf {
            add(check, subject, due <= last ? "violated" : "undetermined")
        }
    }

    func limit(days count: Int64, after time: Int64) -> Int64 {
        time - (time + 28_800) % 86_400 + (count + 1) * 86_400
    }

    /// Monday to Friday.
    func limit(workingDays count: Int, after time: Int64) -> Int64 {
        var day = (time + 28_800) / 86_400
        var left = count
        while left > 0 {
            day += 1
            if (day + 3) % 7 < 5 { left -= 1 }
        }
        return (day + 1) * 86_400 - 28_800
    }

    private mutating func countRecordings() {
        for (number, line) in exports.latest("recordings", by: ["文件编号"]) {
            guard let ended = line.time("结束时间"), let collected = line.time("采集时间") else { continue }
            let home = max(ended, line.time("偏远执勤返回时间") ?? ended)
            if collected - home > 86_400 { add("video-upload-late", number, "closed") }
        }
    }

    private mutating func countRobots() {
        let notices = exports.latest("notices", by: ["短信编号"]).values.filter { $0["发送状态"] == "成功" }
        let sent = Dictionary(grouping: notices) { $0["违法记录号"] }.mapValues { $0.compactMap { $0.time("发送时间") }.min() }
        for (key, line) in exports.latest("robot-violations", by: ["机器人编号", "记录号"]) {
            let seen = end(6, 20)
            let steps = [
                ("review", "抓拍时间", "审核时间", 5), ("objection", "异议时间", "异议答复时间", 5),
                ("cancel", "错误核实时间", "消除时间", 3),
            ]
            for (mark, from, to, days) in steps {
                guard let start = line.time(from) else { continue }
                let due = limit(workingDays: days, after: start)
                judge("robot-\(mark)-overdue", "\(key)|\(mark)", due: due, done: line.time(to), seenUntil: seen)
            }
            guard line["仅劝导"] == "否", let entered = line.time("录入时间") else { continue }
            let due = limit(workingDays: 5, after: entered)
            let told = sent[line["记录号"]] ?? nil
            judge("robot-notice-overdue", "\(key)|notice", due: due, done: told, seenUntil: end(6, 10))
        }
        let local = Dictionary(notices.map { ($0["短信编号"], $0["本地发送"] == "是") }) { first, _ in first }
        for line in exports.last("hotline") where line["诉求类别"] == "短信告知" && line["重复工单"].isEmpty {
            guard local[line["短信编号"]] ?? true, let received = line.time("接单时间") else { continue }
            let due = limit(workingDays: 5, after: received)
            judge("complaint-overdue", line["工单编号"], due: due, done: line.time("办结时间"), seenUntil: end(7, 20))
        }
    }
}
