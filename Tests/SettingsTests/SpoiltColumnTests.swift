import Model
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
                + "只写 column、columns、first_of、constant 之一 / write exactly one of column, columns, first_of, constant"
        ),
        earns(
            "  device: 设备编号",
            "  device: 设备编号\n  unit: { constant: \"430802\" }",
            "12:21 columns.unit.constant: 430802: 不是机构代码 / not an organisation code — 写12位数字 / write twelve digits"
        ),
    ]

    /// One key of a column that cannot stand there, and what is said of it.
    private static func key(_ field: String, _ old: String, _ new: String, _ place: String, _ says: String) -> Slip {
        earns("  \(field): \(old)", "  \(field): \(new)", "\(place) columns.\(field)\(says)")
    }

    static let values = [
        key(
            "record_no",
            "记录号",
            "{ column: 记录号, decimal: \";\" }",
            "12:38",
            ".decimal: 不是可用的符号 / no such mark — 写其中之一，并加引号 / write one of these, in quotes: \".\", \",\""
        ),
        key(
            "record_no",
            "记录号",
            "{ column: 记录号, grouping: [\",\"] }",
            "12:39",
            ".grouping: 不是文字 / not a plain text — 写成一个值 / write a single value"
        ),
        key(
            "record_no",
            "记录号",
            "{ column: 记录号, decimal: \",\", grouping: \",\" }",
            "12:53",
            ".grouping: 千位与小数用同一符号 / one mark parts both thousands and fraction — 用不同的符号 / use two marks"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, decimal: \",\" }",
            "11:36",
            ".decimal: 对 device 无意义 / means nothing for device — 删除它 / remove it"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, grouping: \",\" }",
            "11:37",
            ".grouping: 对 device 无意义 / means nothing for device — 删除它 / remove it"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, suffix: 号 }",
            "11:35",
            ".suffix: 对 device 无意义 / means nothing for device — 删除它 / remove it"
        ),
        key(
            "record_no",
            "记录号",
            "{ column: 记录号, suffix: [] }",
            "12:37",
            ".suffix: 列表为空 / the list is empty — 至少写一项 / write at least one entry"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, join: \"-\" }",
            "11:33",
            ".join: 只有 columns 才连接 / only `columns` are joined — 删除它，或改用 columns / remove it, or write columns"
        ),
        key(
            "device",
            "设备编号",
            "{ first_of: [] }",
            "11:23",
            ".first_of: 列表为空 / the list is empty — 至少写一项 / write at least one entry"
        ),
        key(
            "device",
            "设备编号",
            "{ first_of: [编号, 设备编号], column: 编号 }",
            "11:11",
            ": 来源缺失或不唯一 / no source, or more than one — "
                + "只写 column、columns、first_of、constant 之一 / write exactly one of column, columns, first_of, constant"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, pattern: \"(a)(b)\" }",
            "11:36",
            ".pattern: 表达式不可用，第 7 个字符：捕获组不是恰好一个；用一对括号括住要取的部分，其余括号写成 (?:…) / character 7: "
                + "not exactly one capture group; put one pair of brackets around what is wanted, and write others as (?:…) — "
                + "写成如 ^(\\d+)号 / write it like ^(\\d+)号"
        ),
        key(
            "device",
            "设备编号",
            "{ constant: JC01, pattern: (.*) }",
            "11:38",
            ".pattern: 常量无需提取 / nothing is taken out of a constant — 删除它 / remove it"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, unknown: reject }",
            "11:36",
            ".unknown: 没有 values 就没有未知的值 / without `values` no value is unknown — 补上 values，或删除它 / add values, or remove it"
        ),
        key(
            "device",
            "设备编号",
            "{ column: 设备编号, values: { a: b }, unknown: drop }",
            "11:54",
            ".unknown: 没有 drop 这个取值 / there is no drop here — 写其中之一 / write one of: reject, keep"
        ),
        earns(
            "otherwise: active }",
            "otherwise: active, unknown: reject }",
            "15:90 columns.mode.unknown: 与 otherwise 矛盾 / contradicts `otherwise` — 只留一个 / keep one of the two"
        ),
        earns(
            "otherwise: active }",
            "unknown: keep }",
            "15:71 columns.mode.unknown: 只有文本字段可以保留原文 / only a text field can keep what is unknown — "
                + "改为 reject，或写 otherwise / write reject, or otherwise"
        ),
        earns(
            "format: \"yyyy-MM-dd HH:mm:ss\"",
            "format: [excel, R/M/d, Excel]",
            "13:38 columns.tested_at.format: 时间格式第1个字符：不认识字段“E”；可用 yyyy R M d H h m s S XXX a，文字请放在撇号内 / "
                + "time pattern, character 1: no field 'E'; use yyyy R M d H h m s S XXX a, and put words between apostrophes — "
                + "写成如 yyyy-MM-dd HH:mm:ss / write it like yyyy-MM-dd HH:mm:ss"
        ),
        earns(
            "mode: {",
            "alcohol_second: { column: 测试值, unit: in_text, values: { 阴性: \"0\" } }\n  mode: {",
            "15:57 columns.alcohol_second.values: 0: 没有写明单位 / bears no unit — 写成如 0 mg/100mL / write it like 0 mg/100mL"
        ),
    ]

    @Test("such as in how its values are written is named too", arguments: values)
    func isNamedToo(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    @Test("is none where every key of a column is well used")
    func wellUsed() throws {
        let folder = try SampleFolder()
        try folder.spoil(
            "feeds/tests.yaml",
            "  device: 设备编号",
            #"  device: { first_of: [编号, 设备编号], pattern: '^(\w+)' }"#
        )
        try folder.spoil(
            "feeds/tests.yaml",
            "{ column: 测试值, unit: mg/100mL }",
            "{ column: 测试值, unit: in_text, grouping: \" \", decimal: \",\", suffix: [‰] }"
        )
        try folder.spoil(
            "feeds/tests.yaml",
            "{ column: 检测时间, format: \"yyyy-MM-dd HH:mm:ss\", zone: Asia/Shanghai }",
            "{ columns: [日, 时], join: \"\", format: [unix, \"yyyy-MM-ddHH:mmXXX\"] }"
        )
        try folder.spoil("feeds/tests.yaml", "otherwise: active }", "unknown: reject }")
        #expect(folder.complaints().isEmpty, "\(folder.complaints())")
        let columns = try #require(try folder.load().feeds.first).columns
        #expect(columns[0].gathering == .first && columns[0].pattern == #"^(\w+)"#)
        #expect(columns[2].gathering == .joined(by: ""))
        #expect(columns[3].numbers == NumberForm(decimal: UInt8(ascii: ","), grouping: UInt8(ascii: " ")))
        #expect(columns[3].suffixes == ["‰"] && columns[3].unit == ColumnMapping.unitInText)
        #expect(columns[4].refusesUnknown)
    }

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
