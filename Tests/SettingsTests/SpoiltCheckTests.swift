import Settings
import Testing

@Suite("A slip in a check")
struct SpoiltCheckTests {
    private static func earns(_ old: String, _ new: String, _ line: String) -> Slip {
        Slip("checks/drunk-no-case.yaml", old, new, "checks/drunk-no-case.yaml:" + line)
    }

    static let rule = [
        earns(
            "needs: [breath_test, case_file]",
            "needs: [breath_test]",
            "6:8 needs: 缺少 case_file / case_file is missing — 补上 case_file / add case_file"
        ),
        earns(
            "absence_of: [case_file]",
            "absence_of: [case_files]",
            "7:14 absence_of[0]: 没有 case_files 这个取值 / there is no case_files here — 应为 case_file? / did you mean case_file?"
        ),
        earns(
            "clock: ADM_ACCEPT",
            "clock: ADM_ACEPT",
            "8:8 clock: 没有 ADM_ACEPT 这个取值 / there is no ADM_ACEPT here — 应为 ADM_ACCEPT? / did you mean ADM_ACCEPT?"
        ),
        earns(
            "zh: [夜班]",
            "zh: [夜班, 补录]",
            "13:8 traps: 中英文条数不同 / the languages differ in number — 每条都写中英文 / write every trap in both languages"
        ),
        earns(
            "legal_basis: [{ text: 公通字〔2015〕32号, effective_from: 2016-01-01 }]",
            "legal_basis: []",
            "11:14 legal_basis: 列表为空 / the list is empty — 至少写一条 / write at least one"
        ),
        earns(
            "floor: 80",
            "region: 80, floor: 80",
            "10:23 parameters.region: 不能作参数名 / cannot name a parameter — 用小写字母、数字和下划线，且不用 region、subjects / "
                + "use lower-case letters, digits and underscores, and neither region nor subjects"
        ),
    ]

    static let examples = [
        earns(
            "state: violated",
            "state: holds",
            "20:3 examples: 没有报警的例子 / no example fires — 至少各写一个 / write at least one of each"
        ),
        earns(
            "expect: []",
            "expect: [{ subject: JC01|17, state: violated }]",
            "20:3 examples: 没有不报警的例子 / no example stays silent — 至少各写一个 / write at least one of each"
        ),
        earns(
            "subject: JC01|17",
            "subject: JC01|18",
            "25:20 examples[0].expect[0].subject: 例子中没有这条记录 / no record of the example has this key — "
                + "写其中之一 / write one of: JC01|17"
        ),
        earns(
            "alcohol: \"132.5\"",
            "alcohl: \"132.5\"",
            "23:89 examples[0].records[0].breath_test.alcohl: breath_test 没有此字段 / breath_test has no such field — "
                + "应为 alcohol? / did you mean alcohol?"
        ),
        earns(
            "alcohol: \"132.5\"",
            "mode: activ",
            "23:95 examples[0].records[0].breath_test.mode: activ: 没有这个取值 / no such value — 应为 active? / did you mean active?"
        ),
        earns(
            "{ case_file: ",
            "{ cases: ",
            "28:23 examples[1].complete_until.cases: 没有这种记录 / no such kind of record — 删除，或改为其中之一 / "
                + "remove it, or write one of: accident, blood_sample, breath_test, breath_tester, camera, camera_inspection, "
                + "case_file, complaint, device_counter, duty, exam_recording, exam_session, exhibit, internal_test, notice, "
                + "recording, robot, robot_violation, supply, test_tally"
        ),
        earns(
            "complete_until: { case_file: \"2025-03-04 06:00:00\" }",
            "complete_until: { case_file: 2025-03-04 }",
            "28:34 examples[1].complete_until.case_file: 不是时间 / not a time — "
                + "写北京时间，如 2025-03-01 08:00:00 / write China time, such as 2025-03-01 08:00:00"
        ),
    ]

    static let sql = [
        earns(
            "s.positive_at AS since",
            "now() AS since",
            "15:1 sql: 读取时钟或随机数 now / reads the clock or chance, now — 时间由系统传入，不在SQL中取 / leave time to the engine"
        ),
        earns(
            "AND s.alcohol >= :floor",
            "AND s.alcohol >= :flor AND 1 < :floor",
            "18:1 sql: 未知的参数 :flor / unknown parameter :flor — 应为 :floor? / did you mean :floor?"
        ),
        earns(
            "AND s.alcohol >= :floor",
            "AND s.alcohol >= 80",
            "14:6 sql: 参数 floor 没有用到 / the parameter floor is never used — 在SQL中用 :floor，或删除 / use :floor, or remove it"
        ),
        earns(
            "s.region = :region AND",
            "",
            "14:6 sql: 没有用 :region 限定范围 / not confined by :region — "
                + "加上 = :region 与 = ANY (:subjects) / confine it by = :region and = ANY (:subjects)"
        ),
        earns(
            "AND s.alcohol >= :floor",
            "AND s.alcohol >= :floor;",
            "18:1 sql: 分号 / a semicolon — 只写一条语句，不写分号 / write one statement without semicolon"
        ),
        earns(
            "AND s.alcohol >= :floor",
            "AND s.alcohol >= :floor AND s.key <> 'x",
            "18:1 sql: 引号或注释没有结束 / a quote or comment never ends — 补上结尾 / close it"
        ),
        earns(
            "SELECT s.key AS subject, s.positive_at AS since\n",
            "TABLE stop\n",
            "14:6 sql: 不是查询 / not a query — 以 SELECT 或 WITH 开头 / begin with SELECT or WITH"
        ),
    ]

    @Test(
        "is named with its place, its cause and its remedy",
        arguments: rule + examples + sql
    )
    func isNamed(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    /// A condition put into the SQL of the sample, and whether it may stand there.
    @Test(
        "of SQL is told from what is harmless",
        arguments: [
            ("s.at > current_date", false), ("s.at > CURRENT_TIMESTAMP", false), ("s.at > clock_timestamp ()", false),
            ("s.at::date = s.day", false), ("s.at :: date = s.day", false), ("CAST(s.at AS date) = s.day", false),
            ("to_char(s.at, 'HH24') = '08'", false), ("date_trunc('day', s.at) = s.at", false), ("s.a = $1", false),
            ("EXISTS (INSERT INTO x VALUES (1) RETURNING 1)", false), ("EXISTS (SELECT 1 FOR UPDATE)", false),
            ("EXISTS (WITH RECURSIVE r AS (SELECT 1) SELECT 1)", false),
            ("EXISTS (SELECT 1 GROUP BY ROLLUP (1))", false),
            ("EXISTS (MERGE INTO x)", false), ("s.a = /* never ends", false), ("s.a = $x$ never ends", false),
            ("to_char(s.at AT TIME ZONE 'Asia/Shanghai', 'HH24') = '08'", true), ("s.wording = 'now() DELETE ;'", true),
            ("s.wording = 'it''s now'", true), ("s.a::text = 'x'", true), ("s.now IS NULL -- now()", true),
            ("s.a /* a comment; /* nested */ DELETE */ = 1", true), ("\"update\" = 1", true), ("s.a[1:2] = s.b", true),
            ("s.a = $x$ now(); $x$", true), ("s.updated_at IS NULL", true), ("s.at = ':floor :x 08:00'", true),
        ]
    )
    func sqlWords(condition: String, isAllowed: Bool) throws {
        let folder = try SampleFolder()
        try folder.spoil("checks/drunk-no-case.yaml", ">= :floor", ">= :floor AND " + condition)
        #expect(folder.complaints().isEmpty == isAllowed, "\(folder.complaints().joined(separator: "\n"))")
    }

    @Test("does not exist in a parameter of text, nor in a number that is quoted to be one")
    func parameters() throws {
        let folder = try SampleFolder()
        try folder.spoil("checks/drunk-no-case.yaml", "floor: 80", "floor: 80, code: \"0080\", word: drunk")
        try folder.spoil("checks/drunk-no-case.yaml", ">= :floor", ">= :floor AND s.a = :code AND s.b = :word")
        #expect(
            try folder.load().checks.first?.parameters
                == ["floor": .integer(80), "code": .text("0080"), "word": .text("drunk")]
        )
    }
}
