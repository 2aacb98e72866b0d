import Settings
import Testing

@Suite("A slip in the main file")
struct SpoiltFileTests {
    static let slips = [
        Slip(
            "docket.yaml",
            "language: zh",
            "langauge: zh",
            "docket.yaml:4:1 langauge: 未知的键 / unknown key — 应为 language? / did you mean language?"
        ),
        Slip(
            "docket.yaml",
            "poll: 30s",
            "poll: half a minute",
            "docket.yaml:6:19 schedule.poll: 不是时长 / not a length of time — 写成 30s、5m、2h 或 1d / write 30s, 5m, 2h or 1d"
        ),
        Slip(
            "docket.yaml",
            "poll: 30s",
            "poll: 0s",
            "docket.yaml:6:19 schedule.poll: 时长超出范围 / the length is out of range — 写1s至1d / write 1s to 1d"
        ),
        Slip(
            "docket.yaml",
            "poll: 30s",
            "poll: 99999999999999999999d",
            "docket.yaml:6:19 schedule.poll: 不是时长 / not a length of time — 写成 30s、5m、2h 或 1d / write 30s, 5m, 2h or 1d"
        ),
        Slip(
            "docket.yaml",
            "\"08:05\"",
            "\"8:x:05\"",
            "docket.yaml:6:44 schedule.digest: 不是时刻 / not a time of day — 写成 \"08:00\"，并加引号 / write \"08:00\", in quotes"
        ),
        Slip(
            "docket.yaml",
            "region: 430800",
            "region: [1]",
            "docket.yaml:3:9 region: 不是文字 / not a plain text — 写成一个值 / write a single value"
        ),
        Slip(
            "docket.yaml",
            "region: 430800",
            "region: 43",
            "docket.yaml:3:9 region: 不是此范围的整数 / not a whole number in range — "
                + "写100000至999999的整数 / write a whole number from 100000 to 999999"
        ),
        Slip(
            "docket.yaml",
            "language: zh",
            "language: cn",
            "docket.yaml:4:11 language: 没有 cn 这个取值 / there is no cn here — 应为 en? / did you mean en?"
        ),
        Slip(
            "docket.yaml",
            "pepper_file: id-pepper\n",
            "",
            "docket.yaml:1:1 pepper_file: 缺少此项 / missing — 补上 pepper_file / add pepper_file"
        ),
        Slip(
            "docket.yaml",
            "pepper_file: id-pepper",
            "pepper_file:",
            "docket.yaml:5:13 pepper_file: 没有值 / has no value — 填写此项 / give it a value"
        ),
        Slip(
            "docket.yaml",
            "retrospective_after: 30d",
            "retrospective_after: 36h",
            "docket.yaml:7:22 retrospective_after: 不是整天 / not whole days — 写成如 30d / write it like 30d"
        ),
        Slip(
            "docket.yaml",
            "language: zh",
            "language: zh\nregion: 430801",
            "docket.yaml:3:1 键重复 / duplicate keys: region — 每个键只保留一个 / keep one of each"
        ),
        Slip(
            "docket.yaml",
            "schedule: {",
            "schedule: 5 # {",
            "docket.yaml:6:11 schedule: 不是键值结构 / not a mapping — 写成 键: 值 / write it as key: value"
        ),
        Slip(
            "units.yaml",
            "\"430821000000\"",
            "430821",
            "units.yaml:4:13 units[0].code: 不是机构代码 / not an organisation code — "
                + "写12位数字，并加引号 / write twelve digits, in quotes"
        ),
        Slip(
            "units.yaml",
            "code: 430800",
            "code: 430700",
            "units.yaml:2:3 regions: 地区 430800 没有名称 / the region 430800 has no name — 补上这一条 / add the entry"
        ),
        Slip(
            "units.yaml",
            "zh: 慈利大队",
            "zh: 慈利,大队",
            "units.yaml:4:44 units[0].name.大队: 未知的键 / unknown key — "
                + "若是文字的一部分，请给整段文字加引号 / if it is part of a text with a comma, put quotes around the text"
        ),
    ]

    @Test("is named with its place, its cause and its remedy", arguments: slips)
    func isNamed(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    @Test("does not hide the others")
    func all() throws {
        let folder = try SampleFolder()
        try folder.spoil("docket.yaml", "poll: 30s", "poll: x")
        try folder.spoil("docket.yaml", "language: zh", "language: x")
        try folder.spoil("law/clocks.yaml", "hours: 24", "hours: x")
        try folder.spoil("feeds/tests.yaml", "kind: breath_test", "kind: breath_tests")
        try folder.spoil("checks/drunk-no-case.yaml", "subject: stop", "subject: stops")
        #expect(
            folder.complaints().compactMap { $0.split(separator: " ").dropFirst().first } == [
                "subject:", "language:", "schedule.poll:", "kind:", "clocks[0].hours:",
            ]
        )
    }

    @Test("such as a file that is not there, is no text or is too large, is named by its path")
    func files() throws {
        let folder = try SampleFolder()
        try folder.remove("units.yaml")
        try folder.remove("law/clocks.yaml")
        try folder.spoil("docket.yaml", "feeds: feeds", "feeds: [feeds, more]")
        try folder.write("law/calendar.yaml", bytes: [0x61, 0x3A, 0xFF])
        try folder.write("law/matching.yaml", bytes: Array(repeating: 0x23, count: 1 << 20 + 1))
        try folder.write("feeds/tests.yaml", "feed: tests\nki\u{1}nd: x\n")
        try folder.write("feeds/more.yaml", "- a\n")
        #expect(
            folder.complaints() == [
                "docket.yaml:8:8 feeds: 没有 more / there is no more — 检查路径，或建立它 / check the path, or create it",
                "feeds/more.yaml 不是键值结构 / not a mapping of keys to values — 写成 键: 值 / write it as key: value",
                "feeds/tests.yaml:2:3 有控制字符 / a control character — 删除它 / remove it",
                "law/calendar.yaml 不是UTF-8文本 / not UTF-8 text — 另存为UTF-8 / save it as UTF-8",
                "law/clocks.yaml 无法读取 / cannot be read — 检查路径与权限 / check the path and its permissions",
                "law/matching.yaml 超过1 MiB / larger than 1 MiB — 拆分或检查路径 / split it, or check the path",
                "units.yaml 无法读取 / cannot be read — 检查路径与权限 / check the path and its permissions",
            ]
        )
    }

    @Test("such as a pipe or a folder for a file, does not keep anybody waiting")
    func noFile() throws {
        let folder = try SampleFolder()
        try folder.spoil("docket.yaml", "units: units.yaml", "units: law")
        #expect(folder.complaints() == ["law 不是普通文件 / not a regular file — 写文件的路径 / name a file"])
        try folder.spoil("docket.yaml", "units: law", "units: /dev/zero")
        #expect(folder.complaints() == ["/dev/zero 不是普通文件 / not a regular file — 写文件的路径 / name a file"])
    }

    @Test("such as a name used twice, or two feeds on the same files, is a problem of the whole")
    func doubles() throws {
        let folder = try SampleFolder()
        try folder.write("feeds/more.yaml", SampleTexts.feed)
        #expect(
            folder.complaints() == [
                "docket.yaml:8:8 feeds: 名称 tests 用了2次 / the name tests is used 2 times — 改为各不相同 / give each its own",
                "docket.yaml:8:8 feeds: tests 与 tests 取同一文件夹的同样文件 / tests and tests take the same files of one folder — "
                    + "改用不同的文件夹或文件名 / give them different folders or file names",
            ]
        )
    }
}
