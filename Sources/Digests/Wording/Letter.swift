import Model

/// A digest in words: all it says, in order, before it is laid out as text or as a page.
struct Letter {
    /// A small word and what it introduces, such as 期限 and a time.
    typealias Line = (label: String, text: String)

    let language: Language
    let name: String
    let issue: String
    let region: String
    let period: String
    /// The totals of the four lists, in their order.
    let tallies: [Line]
    let summary: [String]
    let sections: [LetterSection]
    let examined: LetterExamined
    let feeds: LetterFeeds
    let closing: [String]

    init(_ content: DigestContent, language: Language) {
        let say = Wording(language: language)
        self.language = language
        name = say("有案必立 线索摘要", "Docket digest of leads")
        issue = say("第 \(say.grouped(content.number)) 期", "No. \(say.grouped(content.number))")
        region = "\(say.either(content.regionChinese, content.regionEnglish)) (\(content.region))"
        period = Self.period(of: content, say)
        tallies = [
            (say("前期逾期未办结", "Overdue"), say.grouped(content.overdue.count)),
            (say("本期新增", "New"), say.grouped(content.new.count)),
            (say("尚不能判定", "Undetermined"), say.grouped(content.undetermined.count)),
            (say("本期办结", "Closed"), say.grouped(content.closed.count)),
        ]
        summary = LetterSummary(content, say).sentences
        sections = LetterSection.all(of: content, say)
        examined = LetterExamined(content.checks, say)
        feeds = LetterFeeds(content.feeds, say)
        closing = Self.closing(say)
    }

    private static func period(of content: DigestContent, _ say: Wording) -> String {
        let end = say.moment(content.asOf)
        let zone = say("北京时间，Asia/Shanghai", "Asia/Shanghai")
        guard let since = content.since else {
            return say("首期，截至 \(end)（\(zone)）", "first digest, as of \(end) (\(zone))")
        }
        return say("\(say.moment(since)) 至 \(end)（\(zone)）", "\(say.moment(since)) to \(end) (\(zone))")
    }

    private static func closing(_ say: Wording) -> [String] {
        [
            say(
                "线索仅供核查，不是对任何单位或个人存在过错的认定。",
                "An alert is a lead to be looked into. It is not a finding of fault on anyone's part."
            ),
            say(
                "尚不能判定的事项不是线索：所需数据到齐前，不对其作任何判断。",
                "An undetermined matter is not a lead: nothing is said of it until the records needed have arrived."
            ),
            say(
                "标为追溯的线索由补查旧数据得出，不作即时通知。",
                "Leads marked retrospective come from going through old records and never cause a notification."
            ),
            say(
                "各表按单位代码排列，不作排名；个人信息已遮蔽。",
                "Lists are in the order of unit codes and rank nobody. Personal data is masked."
            ),
        ]
    }
}
