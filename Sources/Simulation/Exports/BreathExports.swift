/// The two breath-test platforms: one in mg/100 mL and GB 18030, one in mg/L with date and time apart.
struct BreathExports: Sendable {
    let world: World

    var first: FeedExport {
        var export = FeedExport(
            folder: "breath-tests",
            prefix: "breath",
            dialect: Dialect(characters: .gb18030, lineEnd: "\r\n"),
            header: [
                "设备编号", "记录号", "测试时间", "上传时间", "测试值(mg/100mL)", "测试模式", "录入方式", "吹气有效", "本人签字",
                "车辆类别", "单位代码", "警号", "地点", "被测人姓名", "证件号码", "号牌号码", "经度", "纬度", "备注",
            ],
            times: (1...world.timetable.days).map(world.timetable.breath),
            columns: .init(time: 2, value: 4, text: 12),
            rows: { window in shown(in: window, isSecondVendor: false).map { firstRow($0, at: window.to) } }
        )
        // None of its rows is completed or altered later: an old file under a later time would undo that.
        export.redelivery = (0, world.timetable.morning(6, 12, 15))
        return export
    }

    var second: FeedExport {
        FeedExport(
            folder: "breath-tests-b",
            prefix: "brac",
            dialect: Dialect(hasByteOrderMark: true, delimiter: ";"),
            header: [
                "SN", "SEQ", "检测日期", "检测时刻", "上传", "BrAC(mg/L)", "TYPE", "FLAG", "SIGN", "VEH", "ORG", "POLICE",
                "NAME", "IDNO", "PLATE", "LON", "LAT",
            ],
            times: (1...world.timetable.days).map(world.timetable.breath),
            rows: { window in shown(in: window, isSecondVendor: true).map { secondRow($0, at: window.to) } }
        )
    }

    /// In the order the platform received them, which is not the order of the tests; a row whose identity was completed
    /// is sent again.
    private func shown(in window: FeedExport.Window, isSecondVendor: Bool) -> [BreathTest] {
        world.tests
            .filter { !$0.isLost && world.roster.testers[$0.tester].isSecondVendor == isSecondVendor }
            .filter { test in
                window.holds(test.uploadedAt)
                    || test.uploadedAt <= window.to
                        && (window.holds(test.completedAt) || window.holds(test.alteration?.from))
            }
            .sorted { ($0.uploadedAt, $0.serial) < ($1.uploadedAt, $1.serial) }
    }

    private func firstRow(_ test: BreathTest, at time: Int64) -> Row {
        let tester = world.roster.testers[test.tester]
        let isNamed = test.completedAt.map { $0 <= time } ?? true
        let other = test.alteration.flatMap { $0.from <= time ? $0 : nil }
        let fields = [
            tester.device, String(test.number), Wording.time(other?.at ?? test.at), Wording.time(test.uploadedAt),
            Wording.decimal(other?.hundredths ?? test.hundredths), mode(test.mode), entry(test.entry),
            test.isValid ? "是" : "否", signed(test).map { $0 ? "已签" : "未签" } ?? "",
            test.isMotor ? "机动车" : "非机动车", world.roster.squadrons[tester.squadron].code, test.officer,
            place(test.serial), isNamed ? test.name ?? "" : "", isNamed ? test.id ?? "" : "",
            other?.plate ?? test.plate ?? "", Position.text(test.place.longitude), Position.text(test.place.latitude),
            "",
        ]
        return Row(fields: fields, damage: test.damage)
    }

    private func signed(_ test: BreathTest) -> Bool? {
        test.isSigned ?? ((test.hundredths ?? 0) >= 2_000 && test.id != nil ? true : nil)
    }

    private func entry(_ entry: BreathTest.Entry) -> String {
        switch entry {
        case .device: "自动"
        case .resumed: "补传"
        case .typed: "手工"
        }
    }

    private func secondRow(_ test: BreathTest, at time: Int64) -> Row {
        let tester = world.roster.testers[test.tester]
        let isNamed = test.completedAt.map { $0 <= time } ?? true
        let stamp = Wording.time(test.at).split(separator: " ").map(String.init)
        return Row(
            fields: [
                tester.device, String(test.number), stamp[0], stamp[1], Wording.time(test.uploadedAt),
                test.hundredths.map { Wording.thousandths($0 / 22) } ?? "", code(test.mode), test.isValid ? "1" : "0",
                signed(test).map { $0 ? "1" : "0" } ?? "", test.isMotor ? "M" : "N",
                world.roster.squadrons[tester.squadron].code, test.officer, isNamed ? test.name ?? "" : "",
                isNamed ? test.id?.lowercased() ?? "" : "", Wording.plate(test.plate, mark: "-"),
                Position.text(test.place.longitude), Position.text(test.place.latitude),
            ]
        )
    }

    private func place(_ serial: Int) -> String {
        let places = ["子午路,大桥路口", "迎宾路", "G241 12公里", "天门山路", "澧水大桥\"南\"", "朝阳路"]
        return places[serial % places.count]
    }

    private func mode(_ mode: BreathTest.Mode) -> String {
        switch mode {
        case .active: "主动"
        case .passive: "被动"
        case .refused: "拒测"
        case .selfCheck: "自检"
        case .calibration: "标定"
        }
    }

    private func code(_ mode: BreathTest.Mode) -> String {
        switch mode {
        case .active: "A"
        case .passive: "P"
        case .refused: "R"
        case .selfCheck: "S"
        case .calibration: "C"
        }
    }
}
