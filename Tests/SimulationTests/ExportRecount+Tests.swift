extension ExportRecount {
    /// A breath test as the platforms show it last.
    struct Reading {
        let key: String
        let device: String
        let number: Int
        let at: Int64
        let uploaded: Int64
        let alcohol: Double?
        let isDriven: Bool
        let isActive: Bool
        let isTyped: Bool
        let known: [String]
    }

    mutating func countTests() {
        let readings = readings().sorted { ($0.device, $0.at, $0.number) < ($1.device, $1.at, $1.number) }
        let excused = excused()
        for reading in readings {
            let isPositive = (reading.alcohol ?? 0) >= 19.995
            if reading.isTyped { add("manual-entry", reading.key, "violated") }
            if reading.uploaded - reading.at > (isPositive ? 7_200 : 86_400) {
                add("upload-late", reading.key, "closed")
            }
            if isPositive, reading.isDriven, reading.known.isEmpty, !excused(reading) {
                judge("reading-incomplete", reading.key, due: reading.at + 86_400, done: nil, seenUntil: end(6))
            }
        }
        for own in Dictionary(grouping: readings, by: \.device).values {
            countRuns(own)
            countGaps(own)
        }
    }

    private func readings() -> [Reading] {
        let first = exports.latest("breath-tests", by: ["设备编号", "记录号"]).compactMap { key, line -> Reading? in
            guard let at = line.time("测试时间"), let uploaded = line.time("上传时间") else { return nil }
            return Reading(
                key: key,
                device: line["设备编号"],
                number: Int(line["记录号"]) ?? 0,
                at: at,
                uploaded: uploaded,
                alcohol: Double(line["测试值(mg/100mL)"]),
                isDriven: ["主动", "标定"].contains(line["测试模式"]) && line["吹气有效"] == "是",
                isActive: line["测试模式"] == "主动" && line["吹气有效"] == "是",
                isTyped: line["录入方式"] == "手工",
                known: ["被测人姓名", "证件号码", "号牌号码"].map { line[$0] }.filter { !$0.isEmpty }
            )
        }
        let second = exports.latest("breath-tests-b", by: ["SN", "SEQ"]).compactMap { key, line -> Reading? in
            let stamp = line["检测日期"] + " " + line["检测时刻"]
            guard let at = ExportReader.time(stamp), let uploaded = line.time("上传") else { return nil }
            return Reading(
                key: key,
                device: line["SN"],
                number: Int(line["SEQ"]) ?? 0,
                at: at,
                uploaded: uploaded,
                alcohol: Double(line["BrAC(mg/L)"]).map { $0 * 220 },
                isDriven: ["A", "C"].contains(line["TYPE"]) && line["FLAG"] == "1",
                isActive: line["TYPE"] == "A" && line["FLAG"] == "1",
                isTyped: false,
                known: ["NAME", "IDNO", "PLATE"].map { line[$0] }.filter { !$0.isEmpty }
            )
        }
        return first + second
    }

    /// Whether a nameless reading is one of a signed span, or of gas on a day of verification.
    private func excused() -> (Reading) -> Bool {
        let spans = exports.last("internal-tests").filter { $0["是否签字"] == "是" }
        let jobs = Set(exports.lines("breath-testers").map { "\($0["设备编号"]) \($0["检定日期"])" })
        return { reading in
            let isInternal = spans.contains { span in
                guard let from = span.time("开始时间"), let to = span.time("结束时间") else { return false }
                return span["设备编号"] == reading.device && from <= reading.at && reading.at <= to
            }
            let isJob = jobs.contains { job in
                guard job.hasPrefix(reading.device), let day = ExportReader.time(job.suffix(10) + " 00:00:00") else {
                    return false
                }
                return day <= reading.at && reading.at < day + 86_400
            }
            return isInternal || (isJob && abs((reading.alcohol ?? 0) - 88) < 2.3)
        }
    }

    /// Ten and more below 20 within half a minute of each other, of nobody in particular.
    private mutating func countRuns(_ own: [Reading]) {
        var run: [Reading] = []
        for (index, reading) in own.enumerated() {
            let isLow = reading.isActive && (reading.alcohol.map { $0 < 19.995 } ?? false)
            if isLow, run.last.map({ reading.at - $0.at <= 30 }) ?? true {
                run.append(reading)
            } else {
                run = isLow ? [reading] : []
            }
            let next = index + 1 < own.count ? own[index + 1] : nil
            let isOver = next.map { $0.at - reading.at > 30 || !$0.isActive || ($0.alcohol ?? 99) >= 19.995 } ?? true
            let named = Set(run.compactMap(\.known.last)).count
            if isOver, run.count >= 10, named * 5 < run.count * 4 { add("rapid-fire-tests", run[0].key, "violated") }
        }
    }

    /// Numbers that no row bears, spoilt ones included, 72 hours after the next higher one came.
    private mutating func countGaps(_ own: [Reading]) {
        guard let device = own.first?.device else { return }
        let rows = exports.lines(device.hasPrefix("DR") ? "breath-tests-b" : "breath-tests")
        let spoilt = Set(
            rows.filter { $0.first.first == device }.compactMap { $0.first.count > 1 ? Int($0.first[1]) : nil }
        )
        let reset =
            exports.lines("device-counters")
            .first { $0["设备编号"] == device && $0["更换主板"] == "是" }?.time("读取时间") ?? .max
        for epoch in [own.filter { $0.at < reset }, own.filter { $0.at >= reset }] {
            let sorted = epoch.sorted { $0.number < $1.number }
            for (one, two) in zip(sorted, sorted.dropFirst()) where two.number - one.number > 1 {
                guard let lost = (one.number + 1..<two.number).first(where: { !spoilt.contains($0) }) else { continue }
                let due = two.uploaded + 72 * 3_600
                judge("record-gap", "\(device)|\(lost)", due: due, done: nil, seenUntil: end(6))
            }
        }
    }
}
