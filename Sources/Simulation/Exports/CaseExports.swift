/// The two case registers. Every morning each hands over all its cases of the period.
struct CaseExports: Sendable {
    let world: World

    var county: FeedExport {
        FeedExport(
            folder: "cases-county",
            prefix: "cases",
            title: "张家界市公安局交通警察支队 案件登记表 导出时间 ",
            header: [
                "案件编号", "案件阶段", "违法代码", "办案单位", "主办民警", "查获时间", "强制措施时间", "受案时间", "立案时间",
                "处罚决定时间", "录入时间", "状态", "检测仪编号", "检测记录号", "酒精含量", "车辆类别", "当事人姓名", "身份证号",
                "号牌号码",
            ],
            times: (1...world.timetable.days).map(world.timetable.cases),
            rows: { window in entries(.county, by: window.to).map { countyRow($0, at: window.to) } }
        )
    }

    /// Falls silent three days before the end.
    var direct: FeedExport {
        FeedExport(
            folder: "cases-direct",
            prefix: "ajdj",
            dialect: Dialect(hasByteOrderMark: true, delimiter: ";", lineEnd: "\r\n"),
            header: [
                "ajbh", "ajlb", "dwdm", "zbmj", "chsj", "qzcssj", "sasj", "lasj", "cfjdsj", "lrsj", "zt", "jcybh",
                "jcjlh",
                "jjhl", "cllb", "xm", "sfzh", "hphm",
            ],
            times: (1...world.timetable.days - 3).map(world.timetable.cases),
            rows: { window in entries(.direct, by: window.to).map { directRow($0, at: window.to) } }
        )
    }

    private func entries(_ register: CaseEntry.Register, by time: Int64) -> [CaseEntry] {
        world.cases.filter { $0.register == register && $0.enteredAt <= time }
    }

    /// Stage and dates of a case as the register shows them at a time.
    private func stages(_ entry: CaseEntry, at time: Int64) -> (category: CaseEntry.Category, dates: [String]) {
        let later = entry.later.flatMap { $0.at <= time ? $0 : nil }
        let category = later?.category ?? entry.category
        let accepted = entry.category == .measure ? nil : max(entry.occurredAt, entry.enteredAt - 600)
        let decided = later?.at ?? entry.enteredAt
        return (
            category,
            [
                Wording.time(entry.category == .measure ? entry.occurredAt + 1_200 : nil),
                Wording.time(accepted),
                Wording.time(category == .criminal ? decided : nil),
                Wording.time(category == .administrative ? decided : nil),
            ]
        )
    }

    private func citation(_ entry: CaseEntry) -> [String] {
        guard let cited = entry.cited else { return ["", ""] }
        let test = world.tests[cited]
        return [world.roster.testers[test.tester].device, String(test.number)]
    }

    private func countyRow(_ entry: CaseEntry, at time: Int64) -> Row {
        let (category, dates) = stages(entry, at: time)
        let names: [(CaseEntry.Category, String)] = [
            (.measure, "强制措施"), (.acceptance, "受案"), (.administrative, "行政案件"), (.criminal, "刑事立案"),
        ]
        let head = [
            entry.number, names.first { $0.0 == category }?.1 ?? "", (entry.hundredths ?? 0) >= 8_000 ? "1702" : "1712",
            entry.unit, entry.officer, Wording.time(entry.occurredAt),
        ]
        let tail = [
            Wording.decimal(entry.hundredths), entry.isMotor ? "机动车" : "非机动车", entry.name ?? "", entry.id ?? "",
            Wording.plate(entry.plate, mark: "·"),
        ]
        let middle = [Wording.time(entry.enteredAt), entry.isVoid ? "作废" : "在办"]
        return Row(fields: head + dates + middle + citation(entry) + tail)
    }

    private func directRow(_ entry: CaseEntry, at time: Int64) -> Row {
        let (category, dates) = stages(entry, at: time)
        let codes: [(CaseEntry.Category, String)] = [
            (.measure, "01"), (.acceptance, "02"), (.administrative, "03"), (.criminal, "04"),
        ]
        let head = [
            entry.number, codes.first { $0.0 == category }?.1 ?? "", entry.unit, entry.officer,
            Wording.time(entry.occurredAt),
        ]
        let tail = [
            Wording.decimal(entry.hundredths), entry.isMotor ? "1" : "2", entry.name ?? "", entry.id ?? "",
            entry.plate ?? "",
        ]
        let middle = [Wording.time(entry.enteredAt), entry.isVoid ? "9" : "0"]
        return Row(fields: head + dates + middle + citation(entry) + tail)
    }
}
