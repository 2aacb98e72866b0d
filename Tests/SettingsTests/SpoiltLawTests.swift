import Settings
import Testing

@Suite("A slip in the law")
struct SpoiltLawTests {
    static let slips = [
        Slip(
            "law/thresholds.yaml",
            "  - { code: range, alcohol: \"440\", effective_from: 2004-05-31, citation: GB/T 21254 }\n",
            "",
            "law/thresholds.yaml thresholds: 缺少 range / range is missing — 补上这一条 / add the entry"
        ),
        Slip(
            "law/thresholds.yaml",
            "\"80\"",
            "\"80.001\"",
            "law/thresholds.yaml:3:29 thresholds[1].alcohol: 不是毫克/100毫升数值 / not an amount in mg/100 mL — "
                + "写0至1000，至多两位小数 / write 0 to 1000 with at most two decimals"
        ),
        Slip(
            "law/thresholds.yaml",
            "effective_from: 2023-12-28",
            "effective_from: 2023-02-29",
            "law/thresholds.yaml:4:52 thresholds[2].effective_from: 不是日期 / not a date — 写成 2025-03-01 / write it as 2025-03-01"
        ),
        Slip(
            "law/thresholds.yaml",
            ", citation: 187号",
            "",
            "law/thresholds.yaml:4:5 thresholds[2].citation: 缺少此项 / missing — 补上 citation / add citation"
        ),
        Slip(
            "law/alcohol-units.yaml",
            "code: ug/L, factor: \"0.22\", effective_from: 2004-05-31",
            "code: mg/100mL, factor: \"2\", effective_from: 2010-01-01",
            "law/alcohol-units.yaml:3:52 alcohol-units[1].effective_from: 同一代码的有效期重叠 / "
                + "two entries of one code are in force at once — "
                + "给较早的一条填写 effective_to: 2010-01-01 / end the earlier one with effective_to: 2010-01-01"
        ),
        Slip(
            "law/alcohol-units.yaml",
            "\"0.22\"",
            "\"0.00001\"",
            "law/alcohol-units.yaml:3:27 alcohol-units[1].factor: 不是正的小数 / not a decimal number above zero — "
                + "写不超过1000000的正数，精确到1/10000 / write a number up to 1000000, exact to 1/10000"
        ),
        Slip(
            "law/clocks.yaml",
            "hours: 24",
            "hours: 24, days: 1",
            "law/clocks.yaml:2:5 clocks[0]: 时限不唯一或缺失 / no limit, or more than one — "
                + "只写 hours、days、working_days 之一 / write exactly one of hours, days, working_days"
        ),
        Slip(
            "law/clocks.yaml",
            "warning: 20",
            "warning: 25",
            "law/clocks.yaml:2:79 clocks[0].warning: 不是此范围的整数 / not a whole number in range — "
                + "写0至24的整数 / write a whole number from 0 to 24"
        ),
        Slip(
            "law/clocks.yaml",
            "effective_from: 2016-01-01",
            "effective_from: 2016-01-01, effective_to: 2015-01-01",
            "law/clocks.yaml:2:125 clocks[0].effective_to: 不晚于 effective_from / is not after effective_from — "
                + "写不再适用的第一天 / write the first day it no longer applies"
        ),
        Slip(
            "law/calendar.yaml",
            "[2025-01-01]",
            "[2025-01-01, 2025-02-01]",
            "law/calendar.yaml:2:56 calendar[0].holidays[1]: 本来就是周末 / is a weekend day anyway — "
                + "只写放假的周一至周五 / list only weekdays that are off"
        ),
        Slip(
            "law/calendar.yaml",
            "[2025-01-26]",
            "[2025-01-27]",
            "law/calendar.yaml:2:72 calendar[0].make_up_days[0]: 本来就是工作日 / is a working day anyway — "
                + "只写上班的周六周日 / list only weekend days that are worked"
        ),
        Slip(
            "law/calendar.yaml",
            "[2025-01-26]",
            "[2026-01-24]",
            "law/calendar.yaml:2:72 calendar[0].make_up_days[0]: 不在 2025 年 / is not in 2025 — 移到所属的年份 / move it to its year"
        ),
        Slip(
            "law/calendar.yaml",
            "make_up_days: [2025-01-26] }",
            "make_up_days: [] }\n  - { year: 2027, citation: 国办, holidays: [], make_up_days: [] }",
            "law/calendar.yaml:2:3 calendar: 年份不连续 / the years have a gap — 补上缺少的年份 / add the missing years"
        ),
        Slip(
            "law/matching.yaml",
            "shown_window: 30d",
            "shown_window: 400d",
            "law/matching.yaml:2:80 case.shown_window: 时长超出范围 / the length is out of range — 写0s至366d / write 0s to 366d"
        ),
    ]

    @Test("is named with its place, its cause and its remedy", arguments: slips)
    func isNamed(_ slip: Slip) throws {
        let complaints = try slip.complaints()
        #expect(complaints == [slip.line], "\(complaints.joined(separator: "\n"))")
    }

    @Test("does not exist where one entry ends on the day the next begins")
    func succession() throws {
        let folder = try SampleFolder()
        try folder.spoil(
            "law/alcohol-units.yaml",
            "code: ug/L, factor: \"0.22\", effective_from: 2004-05-31",
            "code: ug/L, factor: \"0.22\", effective_from: 2004-05-31, effective_to: 2027-01-01, citation: GB 19522 }\n"
                + "  - { code: ug/L, factor: \"0.23\", effective_from: 2027-01-01"
        )
        #expect(folder.complaints().isEmpty)
    }
}
