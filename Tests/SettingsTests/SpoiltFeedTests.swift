import Model
import Settings
import Testing

@Suite("A slip in a feed")
struct SpoiltFeedTests {
    static func earns(_ old: String, _ new: String, _ line: String) -> Slip {
        Slip("feeds/tests.yaml", old, new, "feeds/tests.yaml:" + line)
    }

    static let csv = "csv: { encoding: gb18030, delimiter: \",\" }"

    static let general = [
        earns(
            "kind: breath_test",
            "kind: breth_test",
            "2:7 kind: 没有 breth_test 这个取值 / there is no breth_test here — 应为 breath_test? / did you mean breath_test?"
        ),
        earns(
            "feed: tests",
            "feed: ../tests",
            "1:7 feed: 名称不可用 / cannot be a name — "
                + "用字母、数字、连字符和下划线，至多63个 / use letters, digits, hyphens and underscores, at most 63"
        ),
        earns(
            "serves: [\"4308\"]",
            "serves: [\"4308\", 43x]",
            "4:9 serves: 43x 不是机构代码前缀 / 43x is no prefix of an organisation code — "
                + "写2至12位数字，并加引号 / write 2 to 12 digits, in quotes"
        ),
        earns(
            "files: [\"*.csv\"]",
            "files: []",
            "6:8 files: 列表为空 / the list is empty — 至少写一项 / write at least one entry"
        ),
        earns(
            "contents: increment",
            "contents: all",
            "7:11 contents: 没有 all 这个取值 / there is no all here — 写其中之一 / write one of: snapshot, increment"
        ),
        earns(
            "contents: increment",
            "contents: snapshot\nshrinkage: { most: 100% }",
            "8:20 shrinkage.most: 不是百分比 / not a percentage — 写 1% 至 99%，如 50% / write 1% to 99%, such as 50%"
        ),
        earns(
            "contents: increment",
            "contents: snapshot\nrepeats: pass",
            "8:10 repeats: 只有成文件的增量才有 repeats / only an increment that comes in files has repeats — "
                + "删去 repeats / leave it out"
        ),
        earns(
            "contents: increment",
            "contents: increment\nkey: row\nsame_key: versions",
            "9:11 same_key: key: row 的行各成一条记录 / with key: row each row is a record of its own — 删去 same_key / leave it out"
        ),
        earns(
            "contents: increment",
            "contents: snapshot\nshrinkage: { empty: yes, accepted: [2026-01-01] }",
            "8:21 shrinkage.empty: 没有 yes 这个取值 / there is no yes here — 写其中之一 / write one of: doubt, allow"
        ),
        earns(
            "contents: increment",
            "contents: increment\nshrinkage: { most: any }",
            "8:12 shrinkage: 只有全量导出才有 shrinkage / only a snapshot has shrinkage — "
                + "删去 shrinkage；增量的骤减写 volume / leave it out; for an increment there is volume"
        ),
        earns(
            "ignore: [备注]",
            "key: [device, plate]",
            "17:6 key: plate 是个人信息，不能作键 / plate is personal and cannot be part of a key — "
                + "换用编号字段，或写 key: row / use a number, or write key: row"
        ),
        earns(
            "ignore: [备注]",
            "key: [device, place]",
            "17:6 key: 键字段 place 没有对应的列 / the key field place is not mapped — "
                + "补上该列；没有编号的数据写 key: row / map it, or write key: row for rows without a number"
        ),
        earns(
            "  record_no: 记录号\n",
            "",
            "1:1 key: 键字段 record_no 没有对应的列 / the key field record_no is not mapped — "
                + "补上该列；没有编号的数据写 key: row / map it, or write key: row for rows without a number"
        ),
        earns(
            "  device: 设备编号\n",
            "",
            "11:3 columns: 缺少必需字段 device / the required field device is not mapped — "
                + "写明它来自哪一列 / say which column it comes from"
        ),
        earns(
            "ignore: [备注]",
            "ignore: [备注, 号牌]",
            "17:9 ignore: 号牌 既采集又忽略 / 号牌 is both used and ignored — 从其中一处删除 / remove it from one of the two"
        ),
    ]

    static let form = [
        earns(
            "delimiter: \",\"",
            "delimiter: \"|\"",
            "9:38 csv.delimiter: 在GB18030中可能是汉字的后半 / may be the second half of a character in GB18030 — "
                + "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        ),
        earns(
            "delimiter: \",\"",
            "quote: \"`\"",
            "9:34 csv.quote: 在GB18030中可能是汉字的后半 / may be the second half of a character in GB18030 — "
                + "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        ),
        earns(
            "delimiter: \",\"",
            "delimiter: \"，\"",
            "9:38 csv.delimiter: 不是单个ASCII字符 / not a single ASCII character — 写一个字符或 tab / write one character, or tab"
        ),
        earns(
            "delimiter: \",\"",
            "delimiter: \"\\\"\"",
            "9:38 csv.delimiter: 引号与分隔符相同 / quote and delimiter are the same — 用不同的字符 / use another character"
        ),
        earns(
            "encoding: gb18030",
            "encoding: gb18031",
            "9:18 csv.encoding: 没有 gb18031 这个取值 / there is no gb18031 here — 应为 gb18030? / did you mean gb18030?"
        ),
        earns(
            "encoding: gb18030",
            "encoding: [utf-8]",
            "9:18 csv.encoding: 不是文字 / not a plain text — 写成一个值 / write a single value"
        ),
        earns(
            "encoding: gb18030, delimiter: \",\"",
            "encoding: big5, delimiter: \"|\"",
            "9:35 csv.delimiter: 在BIG5中可能是汉字的后半 / may be the second half of a character in BIG5 — "
                + "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        ),
        earns(
            "encoding: gb18030, delimiter: \",\"",
            "encoding: detect, delimiter: \"|\"",
            "9:37 csv.delimiter: 在GB18030中可能是汉字的后半 / may be the second half of a character in GB18030 — "
                + "改用逗号、分号或 tab / use a comma, a semicolon or tab"
        ),
        earns(
            #"_(\d{14})\.csv$"#,
            #"_\d{14}\.csv$"#,
            #"8:22 exported_at.name: 捕获组不是恰好一个 / does not have exactly one capture group — "#
                + #"只用一对括号括住时间，如 _(\d{14})\.csv$ / put one pair of brackets around the time, as in _(\d{14})\.csv$"#
        ),
        earns(
            "format: yyyyMMddHHmmss",
            "format: yyyyMMddHHmm'ss",
            "8:49 exported_at.format: 时间格式第13个字符：撇号没有成对；请补上 / "
                + "time pattern, character 13: the apostrophe is never closed; add one — "
                + "写成如 yyyy-MM-dd HH:mm:ss / write it like yyyy-MM-dd HH:mm:ss"
        ),
        earns(
            "yyyyMMddHHmmss, zone: Asia/Shanghai",
            "yyyyMMddHHmmss, zone: Asia/Peking",
            "8:71 exported_at.zone: 没有时区 Asia/Peking / no time zone Asia/Peking — "
                + "写 Asia/Shanghai、UTC、+08:00 或IANA名称 / write Asia/Shanghai, UTC, +08:00 or an IANA name"
        ),
    ]

    @Test("is named with its place, its cause and its remedy", arguments: general + form + formats)
    func isNamed(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    @Test(
        "in the number of capture groups is seen through escapes, classes and other brackets",
        arguments: [
            (#"_(\d+)"#, true), (#"(?<t>\d+)"#, true), (#"\((\d+)\)"#, true), (#"[(](\d+)"#, true),
            (#"(?:a)(\d+)"#, true),
            (#"(?=a)(\d+)"#, true), (#"(a)(\d+)"#, false), (#"\(\d+\)"#, false), (#"(?:\d+)"#, false),
            (#"(?<=_)\d+"#, false),
        ]
    )
    func captures(pattern: String, isRight: Bool) throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", #"_(\d{14})\.csv$"#, pattern)
        #expect(folder.complaints().isEmpty == isRight)
    }

    @Test(
        "is no other name of a character set",
        arguments: [
            ("GBK", "gb18030"), ("gb2312", "gb18030"), ("CP936", "gb18030"), ("UTF8", "utf-8"), ("cp950", "big5"),
            ("utf-16le", "utf-16le"), ("cp1252", "windows-1252"), ("Windows-1251", "windows-1251"),
        ]
    )
    func names(written: String, meant: String) throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", "encoding: gb18030", "encoding: \(written)")
        let format = try #require(try folder.load().feeds.first).format
        #expect(format.encoding.rawValue == meant && format.encodingBy == .declared)
    }

    @Test("does not lie in a set that is to be found, nor in a bar between cells of two bytes a unit")
    func detected() throws {
        let folder = try SampleFolder()
        try folder.spoil("feeds/tests.yaml", "encoding: gb18030", "encoding: detect")
        guard case .csv(let dialect) = try #require(try folder.load().feeds.first).format else { return }
        #expect(dialect.encodingBy == nil)
        try folder.spoil("feeds/tests.yaml", "encoding: detect, delimiter: \",\"", "encoding: utf-16, delimiter: \"|\"")
        #expect(folder.complaints().isEmpty)
    }
}
