import Model

/// The totals of a digest in sentences.
struct LetterSummary {
    let sentences: [String]

    init(_ content: DigestContent, _ say: Wording) {
        sentences = [
            Self.leads(content, say), Self.checks(content.checks, say), Self.feeds(content.feeds, say),
        ]
    }

    private static func leads(_ content: DigestContent, _ say: Wording) -> String {
        let asOf = say.moment(content.asOf)
        let old = content.new.count { $0.retrospective }
        let new = content.new.count
        let chinese = [
            "截至 \(asOf)，本期新增线索\(say.grouped(new))条" + (old > 0 ? "（其中追溯\(say.grouped(old))条）" : ""),
            "前期逾期未办结\(say.grouped(content.overdue.count))条",
            "尚不能判定\(say.grouped(content.undetermined.count))项",
            "本期办结\(say.grouped(content.closed.count))条。",
        ]
        let english = [
            "As of \(asOf) there \(new == 1 ? "is" : "are") \(say.counted(new, "new lead", "new leads"))"
                + (old > 0 ? " (\(say.grouped(old)) retrospective)" : ""),
            "\(say.counted(content.overdue.count, "lead", "leads")) overdue from earlier digests",
            say.counted(content.undetermined.count, "undetermined matter", "undetermined matters"),
            "and \(say.counted(content.closed.count, "lead", "leads")) closed in this period.",
        ]
        return say(chinese.joined(separator: "，"), english.joined(separator: ", "))
    }

    private static func checks(_ checks: [DigestCheck], _ say: Wording) -> String {
        guard !checks.isEmpty else { return say("没有启用任何检查。", "No check is enabled.") }
        let runnable = checks.filter { $0.missing.isEmpty && $0.fault == nil }
        let examined = runnable.reduce(Int128(0)) { $0 + $1.examined }
        let idle = checks.count - runnable.count
        let ran = say(
            "\(say.grouped(checks.count))项检查中运行\(say.grouped(runnable.count))项，共查\(say.grouped(examined))件",
            "\(say.grouped(runnable.count)) of \(say.counted(checks.count, "check", "checks")) ran and examined "
                + "\(say.grouped(examined)) \(examined == 1 ? "matter" : "matters")"
        )
        guard idle > 0 else { return ran + say("。", ".") }
        return ran
            + say(
                "；\(say.grouped(idle))项未能运行。",
                "; \(say.grouped(idle)) could not be run."
            )
    }

    private static func feeds(_ feeds: [DigestFeed], _ say: Wording) -> String {
        guard !feeds.isEmpty else { return say("没有配置任何数据源。", "No feed is configured.") }
        let deliveries = feeds.reduce(Int128(0)) { $0 + Int128($1.deliveries) }
        let unreadable = feeds.reduce(Int128(0)) { $0 + Int128($1.unreadable) }
        let read = feeds.reduce(Int128(0)) { $0 + Int128($1.read) }
        let odd = feeds.count { $0.unaccounted != 0 }
        let account =
            odd == 0
            ? say("账目全部相符。", "every row is accounted for.")
            : say(
                "有\(say.grouped(odd))个数据源账目不符，须先查明。",
                "\(say.counted(odd, "feed does", "feeds do")) not add up and must be looked into first."
            )
        let many = say.counted(deliveries, "delivery", "deliveries")
        return say(
            "数据源共交付\(say.grouped(deliveries))次，其中\(say.grouped(unreadable))次无法读取；读入\(say.grouped(read))行，",
            "The feeds made \(many), \(say.grouped(unreadable)) of them unreadable, and brought "
                + "\(say.counted(read, "row", "rows")); "
        ) + account
    }
}
