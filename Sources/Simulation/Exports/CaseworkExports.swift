/// What goes with the cases: blood, exhibits, complaints and accidents, as whole lists every morning.
struct CaseworkExports: Sendable {
    let world: World

    private func times(_ hour: Int, _ minute: Int) -> [Int64] {
        (1...world.timetable.days).map { world.timetable.morning($0, hour, minute) }
    }

    private func known(_ moment: Int64?, _ time: Int64) -> String { Wording.time(moment, knownAt: time) }

    var bloodSamples: FeedExport {
        FeedExport(
            folder: "blood-samples",
            prefix: "blood",
            header: [
                "血样管编号", "案件编号", "份别", "送检单位", "提取时间", "提取人", "封装人", "送检时间", "送检人", "收检时间", "收检人",
                "鉴定报告时间", "血液酒精含量", "血样状态", "流转说明齐全",
            ],
            times: times(7, 50),
            rows: { window in world.cases.flatMap { tubes($0, at: window.to) } }
        )
    }

    /// Two tubes for each case. What becomes of those of the directly subordinate brigades is told by the register that
    /// falls silent.
    private func tubes(_ entry: CaseEntry, at time: Int64) -> [Row] {
        let time = min(time, world.timetable.lastCases(entry.register))
        guard let blood = entry.blood, blood.drawnAt <= time, entry.enteredAt <= time else { return [] }
        let test = tube(entry, blood, isTest: true, at: time)
        return blood.hasSpare ? [test, tube(entry, blood, isTest: false, at: time)] : [test]
    }

    private func tube(_ entry: CaseEntry, _ blood: Blood, isTest: Bool, at time: Int64) -> Row {
        func shown(_ moment: Int64?) -> String { isTest ? known(moment, time) : "" }
        func person(_ index: Int, _ moment: String) -> String { moment.isEmpty ? "" : blood.people[index] }
        let (sent, received) = (shown(blood.sentAt), shown(blood.receivedAt))
        let reported = shown(blood.reportedAt)
        let state = !reported.isEmpty ? "已检" : sent.isEmpty ? "保存" : "已送"
        return Row(
            fields: [
                Self.tubeNumber(entry, isTest: isTest), entry.number, isTest ? "送检" : "备份", entry.unit,
                Wording.time(blood.drawnAt), blood.people[0], blood.people[1], sent, person(2, sent), received,
                person(3, received), reported, reported.isEmpty ? "" : Wording.decimal(blood.hundredths), state,
                blood.isDocumented ? "是" : "否",
            ]
        )
    }

    /// The tubes of a case bear a number of their own, whatever the case's register says.
    private static func tubeNumber(_ entry: CaseEntry, isTest: Bool) -> String {
        let digits = entry.number.suffix(6).prefix(5)
        return "XY0\(digits)-\(isTest ? 1 : 2)"
    }

    var exhibits: FeedExport {
        FeedExport(
            folder: "exhibits",
            prefix: "exhibits",
            dialect: Dialect(hasByteOrderMark: true),
            header: ["物品编号", "案件编号", "物品类别", "扣押单位", "扣押时间", "入库时间", "保管人警号", "偏远执勤返回时间", "号牌号码"],
            times: times(8, 40),
            rows: { window in
                world.affairs.exhibits.filter { $0.depositedAt.map { $0 <= window.to } ?? false }.map { exhibit in
                    let entry = world.cases[exhibit.entry]
                    return Row(
                        fields: [
                            exhibit.number, entry.number, "驾驶证", entry.unit, Wording.time(exhibit.seizedAt),
                            known(exhibit.depositedAt, window.to), entry.officer, Wording.time(exhibit.remoteUntil),
                            entry.plate ?? "",
                        ]
                    )
                }
            }
        )
    }

    var complaints: FeedExport {
        FeedExport(
            folder: "hotline",
            prefix: "hotline",
            dialect: Dialect(lineEnd: "\r\n"),
            header: [
                "工单编号", "接单时间", "诉求类别", "承办单位", "短信编号", "重复工单", "签办时间", "交办时间", "回复时间",
                "回复审核时间", "检查督办时间", "办结时间", "联系电话",
            ],
            times: times(7, 20),
            rows: { window in
                world.affairs.complaints.filter { $0.receivedAt <= window.to }.map { complaint($0, at: window.to) }
            }
        )
    }

    private func complaint(_ complaint: Affairs.Complaint, at time: Int64) -> Row {
        let message = complaint.message.map { world.messages[$0] }
        func step(_ part: Int64) -> String {
            known(complaint.closedAt.map { complaint.receivedAt + ($0 - complaint.receivedAt) * part / 6 }, time)
        }
        return Row(
            fields: [
                complaint.number, Wording.time(complaint.receivedAt), complaint.topic, complaint.unit,
                message?.number ?? "", complaint.duplicateOf ?? "", step(1), step(2), step(3), step(4), step(5),
                known(complaint.closedAt, time), message.map { world.sightings[$0.sighting].driver.phone } ?? "",
            ]
        )
    }

    var accidents: FeedExport {
        FeedExport(
            folder: "accidents",
            prefix: "accidents",
            header: [
                "事故编号", "事故时间", "处理单位", "处理民警", "涉嫌酒驾", "驾驶人逃逸", "抽血时间", "案件编号", "当事人", "身份证号", "号牌号码",
            ],
            times: times(7, 30),
            rows: { window in
                world.affairs.accidents.filter { $0.at + 7_200 <= window.to }.map { accident($0, at: window.to) }
            }
        )
    }

    private func accident(_ accident: Affairs.Accident, at time: Int64) -> Row {
        Row(
            fields: [
                accident.number, Wording.time(accident.at), world.roster.squadrons[accident.squadron].code,
                world.roster.cameras[world.roster.cameras(of: accident.squadron)[0]].officer,
                accident.isAlcoholSuspected ? "是" : "否", accident.hasDriverFled ? "是" : "否",
                known(accident.bloodAt, time), accident.caseNumber ?? "", accident.driver.name, accident.driver.id,
                accident.driver.plate,
            ]
        )
    }
}
