import Checks
import Model

/// An instant written as Asia/Shanghai sees it, in March 2025.
func march(_ day: Int64, _ hour: Int64, _ minute: Int64 = 0, _ second: Int64 = 0) -> Instant {
    // 2025-03-01 00:00 in Asia/Shanghai.
    Instant(microseconds: 1_740_758_400_000_000)
        .adding(seconds: (day - 1) * 86_400 + hour * 3600 + minute * 60 + second)
}

func clock(_ length: Clock.Length, warning: Int64? = nil) -> Clock {
    Clock(
        code: "ADM_ACCEPT",
        nameChinese: "受案登记",
        nameEnglish: "acceptance",
        length: length,
        warning: warning,
        validity: Validity(from: Day(number: 0), until: nil, citation: "")
    )
}

let calendar = WorkCalendar(holidays: [], makeUpDays: [], years: 2025...2025)
