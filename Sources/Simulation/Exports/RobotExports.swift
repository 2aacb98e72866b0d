/// What the robots saw, and the log of the message gateway.
struct RobotExports: Sendable {
    let world: World

    /// New sightings, and those reviewed since the export before, which therefore come twice.
    var sightings: FeedExport {
        FeedExport(
            folder: "robot-violations",
            prefix: "violations",
            header: [
                "机器人编号", "记录号", "抓拍时间", "违法代码", "地点", "相似度", "领先分差", "审核时间", "审核民警", "审核结果",
                "单位", "姓名", "身份证号", "号牌号码", "录入时间", "异议时间", "异议答复时间", "错误核实时间", "消除时间", "仅劝导",
            ],
            times: (1...world.timetable.days).map(world.timetable.violations),
            rows: { window in
                world.sightings
                    .filter { sighting in
                        [
                            sighting.capturedAt, sighting.review?.at, sighting.enteredAt, sighting.objectedAt,
                            sighting.answeredAt, sighting.erredAt, sighting.cancelledAt,
                        ].contains { window.holds($0) }
                    }
                    .map { row($0, at: window.to) }
            }
        )
    }

    private func row(_ sighting: Sighting, at time: Int64) -> Row {
        let robot = world.roster.robots[sighting.robot]
        let review = sighting.review.flatMap { $0.at <= time ? $0 : nil }
        return Row(
            fields: [
                robot.code, sighting.number, Wording.time(sighting.capturedAt), sighting.offence, robot.place,
                Wording.thousandths(sighting.score), Wording.thousandths(sighting.margin), Wording.time(review?.at),
                review?.reviewer ?? "", review.map { $0.accepted ? "通过" : "不通过" } ?? "",
                world.roster.squadrons[robot.squadron].unit, sighting.driver.name, sighting.driver.id,
                sighting.driver.plate, known(sighting.enteredAt, time), known(sighting.objectedAt, time),
                known(sighting.answeredAt, time), known(sighting.erredAt, time), known(sighting.cancelledAt, time),
                sighting.isAdvisory && review != nil ? "是" : "否",
            ]
        )
    }

    private func known(_ moment: Int64?, _ time: Int64) -> String { Wording.time(moment, knownAt: time) }

    var messages: FeedExport {
        FeedExport(
            folder: "notices",
            prefix: "sms",
            dialect: Dialect(hasByteOrderMark: true),
            header: [
                "短信编号", "机器人编号", "违法记录号", "发送时间", "文书类型", "发送状态", "通道", "单位", "手机号", "本地发送", "短信内容",
            ],
            times: (1...world.timetable.days).map(world.timetable.notices),
            columns: .init(time: 3, value: 3, text: 6),
            rows: { window in
                world.messages
                    .filter { window.holds($0.sentAt) }
                    .sorted { $0.number < $1.number }
                    .map(row)
            }
        )
    }

    private func row(_ message: Message) -> Row {
        let sighting = world.sightings[message.sighting]
        let robot = world.roster.robots[sighting.robot]
        let order = message.isAdvisory ? "请遵守\"一盔一带\"" : "请于30日内接受处理"
        let text = "【张家界交警】\(Wording.time(sighting.capturedAt)),在\(robot.place)未按规定佩戴头盔,\(order)。"
        return Row(
            fields: [
                message.number, robot.code, sighting.number, Wording.time(message.sentAt),
                message.isAdvisory ? "劝导提示" : "告知通知", message.isFailed ? "失败" : "成功", message.isLocal ? "本地网关" : "全国平台",
                world.roster.squadrons[robot.squadron].unit, sighting.driver.phone, message.isLocal ? "是" : "否",
                text,
            ],
            damage: message.damage
        )
    }
}
