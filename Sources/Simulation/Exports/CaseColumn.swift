/// A column of the case registers: the counties' by words, the other by pinyin initials.
enum CaseColumn: CaseIterable {
    case number, category, offence, offenceClass, unit, officer, approver, occurred, measure, accepted, filed, notFiled
    case reason, withdrawn, revoked, notified, decided, entered, status, device, record, alcohol, measured, decidedValue
    case vehicle, noBreath, drawn, sent, received, reported, told, attempted, blood, tube, extended, transferred, joined
    case renumbered, detention, waived, use, licence, liable, fled, expressway, passengers, obstructed, prior, convicted
    case seized, returned, name, id, plate

    var county: String { names.county }
    var direct: String { names.direct }

    private var names: (county: String, direct: String) {
        switch self {
        case .number: ("案件编号", "ajbh")
        case .category: ("案件阶段", "ajlb")
        case .offence: ("违法代码", "wfxw")
        case .offenceClass: ("违法类别", "wflb")
        case .unit: ("办案单位", "dwdm")
        case .officer: ("主办民警", "zbmj")
        case .approver: ("审批人", "spr")
        case .occurred: ("查获时间", "chsj")
        case .measure: ("强制措施时间", "qzcssj")
        case .accepted: ("受案时间", "sasj")
        case .filed: ("立案时间", "lasj")
        case .notFiled: ("不予立案时间", "bylasj")
        case .reason: ("不予立案理由", "bylaly")
        case .withdrawn: ("撤案时间", "casj")
        case .revoked: ("吊销时间", "dxsj")
        case .notified: ("处罚告知时间", "cfgzsj")
        case .decided: ("处罚决定时间", "cfjdsj")
        case .entered: ("录入时间", "lrsj")
        case .status: ("状态", "zt")
        case .device: ("检测仪编号", "jcybh")
        case .record: ("检测记录号", "jcjlh")
        case .alcohol: ("酒精含量", "jjhl")
        case .measured: ("强制措施检测值", "qzcsjjhl")
        default: moreNames
        }
    }

    private var moreNames: (county: String, direct: String) {
        switch self {
        case .decidedValue: ("决定书酒精含量", "jdsjjhl")
        case .vehicle: ("车辆类别", "cllb")
        case .noBreath: ("未呼气检测理由", "wcqly")
        case .drawn: ("抽血时间", "cxsj")
        case .sent: ("送检时间", "sjsj")
        case .received: ("收检时间", "sjslsj")
        case .reported: ("鉴定报告时间", "jdbgsj")
        case .told: ("鉴定告知时间", "jdgzsj")
        case .attempted: ("告知未达时间", "gzwdsj")
        case .blood: ("血液检测值", "xjz")
        case .tube: ("血样编号", "xybh")
        case .extended: ("延长审查批准时间", "ycscsj")
        case .transferred: ("移送时间", "yssj")
        case .joined: ("并入案件", "brajbh")
        case .renumbered: ("原案件编号", "yajbh")
        case .detention: ("拘留天数", "jlts")
        case .waived: ("拘留不执行", "jlbzx")
        case .use: ("使用性质", "syxz")
        case .licence: ("驾驶证状态", "jszzt")
        default: lastNames
        }
    }

    private var lastNames: (county: String, direct: String) {
        switch self {
        case .liable: ("事故主要责任", "sgzyzr")
        case .fled: ("逃逸", "sfty")
        case .expressway: ("高速公路", "sfgs")
        case .passengers: ("载客", "sfzk")
        case .obstructed: ("抗拒检查", "sfkjjc")
        case .prior: ("前次酒驾处罚日期", "qccfrq")
        case .convicted: ("前次醉驾判决日期", "qcpjrq")
        case .seized: ("扣押时间", "kysj")
        case .returned: ("发还时间", "fhsj")
        case .name: ("当事人姓名", "xm")
        case .id: ("身份证号", "sfzh")
        default: ("号牌号码", "hphm")
        }
    }
}
