import Settings
import Testing

@Suite("A slip in the columns of a feed")
struct SpoiltColumnTests {
    private static func earns(_ old: String, _ new: String, _ line: String) -> Slip {
        Slip("feeds/tests.yaml", old, new, "feeds/tests.yaml:" + line)
    }

    static let columns = [
        earns(
            "  record_no: 记录号",
            "  record_no: 记录号\n  tested_on: 日期",
            "13:3 columns.tested_on: breath_test 没有此字段 / breath_test has no such field — "
                + "应为 tested_at? / did you mean tested_at?"
        ),
        earns(
            "{ column: 检测时间, format: \"yyyy-MM-dd HH:mm:ss\", zone: Asia/Shanghai }",
            "检测时间",
            "13:14 columns.tested_at: 时间没有写明格式 / a time without its format — "
                + "加上 format，如 yyyy-MM-dd HH:mm:ss / add a format such as yyyy-MM-dd HH:mm:ss"
        ),
        earns(
            "HH:mm:ss\", zone: Asia/Shanghai }",
            "HH:mm:ss\" }",
            "13:14 columns.tested_at: 时间没有写明时区 / a time without its zone — "
                + "加上 zone，如 Asia/Shanghai / add a zone such as Asia/Shanghai"
        ),
        earns(
            ", unit: mg/100mL }",
            " }",
            "14:12 columns.alcohol: 没有写明单位，单位从不猜测 / no unit, and a unit is never guessed — "
                + "加上 unit，如 mg/100mL / add a unit such as mg/100mL"
        ),
        earns(
            "unit: mg/100mL",
            "unit: g/L",
            "14:33 columns.alcohol.unit: 没有 g/L 这个取值 / there is no g/L here — 应为 ug/L? / did you mean ug/L?"
        ),
        earns(
            "被动: passive",
            "被动: pasive",
            "15:33 columns.mode.values: pasive: 没有这个取值 / no such value — 应为 passive? / did you mean passive?"
        ),
        earns(
            "  device: 设备编号",
            "  device: { column: 设备编号, unit: mg/L }",
            "11:33 columns.device.unit: 对 device 无意义 / means nothing for device — 删除它 / remove it"
        ),
        earns(
            "  device: 设备编号",
            "  device: { column: 设备编号, columns: [型号, 编号] }",
            "11:11 columns.device: 来源缺失或不唯一 / no source, or more than one — "
                + "只写 column、columns、constant 之一 / write exactly one of column, columns, constant"
        ),
        earns(
            "  device: 设备编号",
            "  device: 设备编号\n  unit: { constant: \"430802\" }",
            "12:21 columns.unit.constant: 430802: 不是机构代码 / not an organisation code — 写12位数字 / write twelve digits"
        ),
    ]

    @Test("is named with its place, its cause and its remedy", arguments: columns)
    func isNamed(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    @Test("does not exist where a time bears its own offset, or several columns make one")
    func allowed() throws {
        let folder = try SampleFolder()
        try folder.spoil(
            "feeds/tests.yaml",
            "{ column: 检测时间, format: \"yyyy-MM-dd HH:mm:ss\", zone: Asia/Shanghai }",
            "{ columns: [日, 时], format: \"yyyy-MM-dd HH:mm:ssXXX\" }"
        )
        try folder.spoil("feeds/tests.yaml", "ignore: [备注]", "key: row")
        #expect(folder.complaints().isEmpty)
        let feed = try #require(try folder.load().feeds.first)
        #expect(feed.key == .row)
        #expect(feed.columns[2].columns == ["日", "时"])
    }

    @Test("lies in a zone left out where the offset may be missing, or is only quoted")
    func optionalOffset() throws {
        for form in ["yyyy-MM-dd HH:mm[XXX]", "yyyy-MM-dd HH:mm'X'"] {
            let folder = try SampleFolder()
            try folder.spoil("feeds/tests.yaml", "\"yyyy-MM-dd HH:mm:ss\", zone: Asia/Shanghai", "\"\(form)\"")
            #expect(folder.complaints().count == 1)
            #expect(folder.complaints().first?.contains("没有写明时区") == true)
        }
    }
}
