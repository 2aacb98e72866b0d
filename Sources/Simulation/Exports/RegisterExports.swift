/// Registers of testers, cameras, robots and internal tests: whole lists every morning.
struct RegisterExports: Sendable {
    let world: World

    private var times: [Int64] { (0...world.timetable.days).map(world.timetable.registers) }

    var testers: FeedExport {
        FeedExport(
            folder: "breath-testers",
            prefix: "testers",
            dialect: Dialect(hasByteOrderMark: true),
            header: ["设备编号", "型号", "使用单位", "检定日期", "有效期至", "状态", "状态日期", "初筛设备"],
            times: times,
            rows: { window in
                world.roster.testers.filter(\.isRegistered).map { row($0, at: window.to) }
            }
        )
    }

    private func row(_ tester: Tester, at time: Int64) -> Row {
        let certificate = tester.certificate(at: time)
        let repaired = tester.repairedFrom.flatMap { LocalTime.seconds(day: $0, 0) <= time ? $0 : nil }
        return Row(
            fields: [
                tester.device, tester.isSecondVendor ? "DR-6820" : "JZ-2000",
                world.roster.squadrons[tester.squadron].code, LocalTime.date(certificate.day),
                LocalTime.date(certificate.validUntil), repaired == nil ? "在用" : "送修",
                repaired.map(LocalTime.date) ?? "", "否",
            ]
        )
    }

    var cameras: FeedExport {
        FeedExport(
            folder: "cameras",
            prefix: "cameras",
            header: ["设备序列号", "型号", "配发单位", "警号", "状态"],
            times: times,
            rows: { _ in
                world.roster.cameras.map {
                    Row(fields: [$0.serial, "DSJ-V9", world.roster.squadrons[$0.squadron].code, $0.officer, "在用"])
                }
            }
        )
    }

    var robots: FeedExport {
        FeedExport(
            folder: "robots",
            prefix: "robots",
            header: ["机器人编号", "单位", "地点", "状态"],
            times: times,
            rows: { _ in
                world.roster.robots.map {
                    Row(
                        fields: [
                            $0.code, world.roster.squadrons[$0.squadron].unit, $0.place, $0.isOnTest ? "调试" : "在用",
                        ]
                    )
                }
            }
        )
    }

    var internalTests: FeedExport {
        FeedExport(
            folder: "internal-tests",
            prefix: "internal",
            dialect: Dialect(hasByteOrderMark: true),
            header: ["设备编号", "开始时间", "结束时间", "单位", "是否签字", "签字人", "人数"],
            times: times,
            rows: { window in
                world.internalSpans.filter { $0.to <= window.to }.map { span in
                    let tester = world.roster.testers[span.tester]
                    return Row(
                        fields: [
                            tester.device, Wording.time(span.from), Wording.time(span.to),
                            world.roster.squadrons[tester.squadron].code, span.isSigned ? "是" : "否",
                            span.isSigned ? officer(tester.squadron) : "", String(span.participants),
                        ]
                    )
                }
            }
        )
    }

    /// Who signs for a squadron.
    private func officer(_ squadron: Int) -> String {
        world.roster.cameras[world.roster.cameras(of: squadron)[0]].officer
    }
}
