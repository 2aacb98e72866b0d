/// What the records of the devices are compared with: rosters, counters, tallies, mouthpieces, examinations, inspections.
struct SupportExports: Sendable {
    let world: World

    private func times(_ hour: Int, _ minute: Int) -> [Int64] {
        (1...world.timetable.days).map { world.timetable.morning($0, hour, minute) }
    }

    private func code(of tester: Int) -> String { world.roster.squadrons[world.roster.testers[tester].squadron].code }

    /// The roster of each day comes in the morning of that day.
    var duties: FeedExport {
        FeedExport(
            folder: "roster",
            prefix: "roster",
            dialect: Dialect(hasByteOrderMark: true, lineEnd: "\r\n"),
            header: ["警号", "上勤时间", "下勤时间", "执勤单位", "班组", "勤务状态", "借用仪器"],
            times: (0...world.timetable.days).map(world.timetable.duties),
            rows: { window in
                world.affairs.duties
                    .filter { window.holds($0.from - LocalTime.secondsPerDay) }
                    .map { duty in
                        Row(
                            fields: [
                                duty.officer, Wording.time(duty.from), Wording.time(duty.to), duty.unit,
                                "第\(duty.unit.suffix(6).prefix(2))班", duty.status, duty.borrowed ?? "",
                            ]
                        )
                    }
            }
        )
    }

    var counters: FeedExport {
        FeedExport(
            folder: "device-counters",
            prefix: "counters",
            header: ["设备编号", "读取时间", "累计次数", "自检次数", "读取事由", "更换主板", "使用单位"],
            times: times(6, 40),
            rows: { window in world.affairs.counters.filter { window.holds($0.at) }.map(row) }
        )
    }

    private func row(_ counter: Affairs.Counter) -> Row {
        let last = world.tests.filter { $0.tester == counter.tester && $0.at < counter.at }.max { $0.at < $1.at }
        let isReset = world.roster.testers[counter.tester].resetAt == counter.at
        let total = isReset ? 0 : (last?.number ?? world.firstNumber(of: counter.tester)) + counter.surplus
        return Row(
            fields: [
                world.roster.testers[counter.tester].device, Wording.time(counter.at), String(total), "0",
                counter.occasion, counter.isBoardChanged ? "是" : "否", code(of: counter.tester),
            ]
        )
    }

    /// What each squadron wrote down of the evening before.
    var tallies: FeedExport {
        FeedExport(
            folder: "test-tallies",
            prefix: "tallies",
            header: ["设备编号", "统计日期", "检测人次", "使用单位"],
            times: times(7, 10),
            rows: { window in tallyRows(LocalTime.day(of: window.to) - 1) }
        )
    }

    private func tallyRows(_ day: Int) -> [Row] {
        var counts = world.roster.testers.map { _ in 0 }
        for test in world.tests where LocalTime.day(of: test.at) == day { counts[test.tester] += 1 }
        return counts.indices.filter { counts[$0] > 0 }.map {
            Row(fields: [world.roster.testers[$0].device, LocalTime.date(day), String(counts[$0]), code(of: $0)])
        }
    }

    /// Every Monday more than were used in the week before.
    var mouthpieces: FeedExport {
        FeedExport(
            folder: "mouthpieces",
            prefix: "supply",
            header: ["领用单号", "领用单位", "领用时间", "吹嘴数量", "退回数量"],
            times: times(7, 15),
            rows: { window in supplyRows(LocalTime.day(of: window.to) - 1) }
        )
    }

    private func supplyRows(_ day: Int) -> [Row] {
        guard LocalTime.weekday(day) == 0 else { return [] }
        return Set(world.roster.squadrons.map(\.unit)).sorted().map { unit in
            let used = world.tests.filter {
                (day..<day + 7).contains(LocalTime.day(of: $0.at))
                    && world.roster.squadrons[world.roster.testers[$0.tester].squadron].unit == unit
            }.count
            let number = "LY\(LocalTime.date(day).filter { $0 != "-" })\(unit.prefix(6))"
            let time = Wording.time(LocalTime.seconds(day: day, 9, 30))
            return Row(fields: [number, unit, time, String(used + 60), "0"])
        }
    }

    var sessions: FeedExport {
        FeedExport(
            folder: "exam-sessions",
            prefix: "sessions",
            header: ["考试场次编号", "考场", "考试开始时间", "考试结束时间", "考试单位", "考生人数"],
            times: times(6, 50),
            rows: { window in
                world.affairs.sessions.filter { $0.to <= window.to }.map {
                    Row(
                        fields: [
                            $0.number, $0.room, Wording.time($0.from), Wording.time($0.to), "430800000000", "24",
                        ]
                    )
                }
            }
        )
    }

    var examFilms: FeedExport {
        FeedExport(
            folder: "exam-recordings",
            prefix: "examfilms",
            header: ["考场录像编号", "考场", "录像开始时间", "录像结束时间", "考试单位", "录像状态"],
            times: times(6, 55),
            rows: { window in
                world.affairs.examFilms.filter { $0.to <= window.to }.map {
                    Row(
                        fields: [
                            $0.number, $0.room, Wording.time($0.from), Wording.time($0.to), "430800000000", "已存储",
                        ]
                    )
                }
            }
        )
    }

    var inspections: FeedExport {
        FeedExport(
            folder: "camera-inspections",
            prefix: "inspections",
            dialect: Dialect(hasByteOrderMark: true),
            header: ["设备序列号", "巡检时间", "巡检结果", "使用单位"],
            times: times(6, 45),
            rows: { window in
                world.affairs.inspections.filter { window.holds($0.at) }.map { inspection in
                    let camera = world.roster.cameras[inspection.camera]
                    let unit = world.roster.squadrons[camera.squadron].code
                    return Row(fields: [camera.serial, Wording.time(inspection.at), "正常", unit])
                }
            }
        )
    }
}
