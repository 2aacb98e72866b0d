import Digests
import Model
import Testing

@Suite struct DigestTextTests {
    @Test("no line is wider than 100 columns, a Chinese character counting two", arguments: Language.allCases)
    func width(language: Language) {
        let long = String(repeating: "永定大队巡逻中队", count: 40) + String(repeating: "x", count: 300)
        let name = String(repeating: "检测", count: 60)
        let content = DigestFixture.content(
            new: [DigestFixture.entry(facts: long), DigestFixture.entry(name: long, due: 5)],
            checks: [DigestFixture.check("c", name, name, clean: .max, notDue: .max), DigestFixture.check("d", name)],
            feeds: [DigestFixture.feed(long, read: .min)],
            region: long
        )
        for text in [content, DigestFixture.rich].map({ DigestText.render($0, language: language) }) {
            #expect(text.split(separator: "\n").allSatisfy { Self.columns($0) <= 100 })
        }
    }

    /// Counted apart from the code under test: every character beyond the Latin ones as two columns.
    private static func columns(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
    }

    @Test(
        "the sections stand in their order",
        arguments: [
            (Language.chinese, ["前期逾期未办结 (", "本期新增 (", "尚不能判定 (", "本期办结 (", "检查情况", "六、数据源"]),
            (.english, ["1. Overdue", "2. New", "3. Undetermined", "4. Closed", "5. What was examined", "6. Feeds"]),
        ]
    )
    func sections(language: Language, headings: [String]) throws {
        let lines = DigestText.render(DigestFixture.rich, language: language).split(separator: "\n")
        let places = try headings.map { heading in
            try #require(lines.firstIndex { $0.contains(heading) })
        }
        #expect(places == places.sorted())
    }

    @Test("an entry says what, since when, how late, what would close it and on what law")
    func entry() {
        let content = DigestFixture.content(overdue: [DigestFixture.entry()])
        let chinese = DigestText.render(content, language: .chinese)
        #expect(chinese.contains("430800-2026-00012 [严重] 醉驾检测无案件 (Drunk reading with no case)"))
        #expect(chinese.contains("检测仪 JC-0117 第 20891 号记录"))
        #expect(chinese.contains("起算      2026-03-06 04:00"))
        #expect(chinese.contains("期限      2026-03-07 04:00 (逾期3天4小时)"))
        #expect(chinese.contains("办结条件  案件登记出现"))
        #expect(chinese.contains("依据      《道路交通安全法》第九十一条"))
        let english = DigestText.render(content, language: .english)
        #expect(english.contains("430800-2026-00012 [Critical] Drunk reading with no case\n"))
        #expect(english.contains("2026-03-07 04:00 (overdue by 3 days 4 hours)"))
        #expect(english.contains("Would close it  a case that answers"))
        #expect(!english.contains("醉驾检测无案件"))
    }

    @Test("an undetermined matter tells what is awaited and is never called overdue")
    func undetermined() {
        let awaited = "案件登记的数据只到昨晚"
        let content = DigestFixture.content(undetermined: [DigestFixture.entry(nil, remark: awaited)])
        let text = DigestText.render(content, language: .chinese)
        #expect(text.contains("[如成立：严重] 醉驾检测无案件"))
        #expect(text.contains("等待      \(awaited)"))
        #expect(text.contains("期限已过3天4小时，尚不能判定"))
        #expect(!text.contains("(逾期"))
        #expect(!text.contains("[严重]"))
        #expect(DigestText.render(content, language: .english).contains("[if it holds: critical]"))
    }

    @Test("a closed lead tells why and is no longer late")
    func closed() {
        let content = DigestFixture.content(closed: [DigestFixture.entry(remark: "受案，晚43小时")])
        let text = DigestText.render(content, language: .chinese)
        #expect(text.contains("办结原因  受案，晚43小时"))
        #expect(!text.contains("(逾期"))
    }

    @Test("what was found by going through old data is marked")
    func retrospective() {
        let content = DigestFixture.content(new: [DigestFixture.entry(retrospective: true)])
        #expect(DigestText.render(content, language: .chinese).contains("[严重] [追溯]"))
        #expect(DigestText.render(content, language: .chinese).contains("新增线索1条（其中追溯1条）"))
        #expect(DigestText.render(content, language: .english).contains("[Critical] [retrospective]"))
    }

    @Test("an empty list says so", arguments: [(Language.chinese, "无"), (.english, "None")])
    func empty(language: Language, none: String) {
        let text = DigestText.render(DigestFixture.content(checks: [], feeds: []), language: language)
        #expect(text.split(separator: "\n").count { $0 == "  \(none)" } == 6)
    }

    @Test("the footer calls a lead a lead")
    func footer() {
        let content = DigestFixture.content()
        #expect(DigestText.render(content, language: .chinese).contains("线索仅供核查，不是对任何单位或个人存在过错的认定。"))
        #expect(DigestText.render(content, language: .english).contains("It is not a finding of fault"))
    }

    @Test("neither escape sequences nor direction overrides nor line breaks come through", arguments: Language.allCases)
    func hostile(language: Language) {
        let facts = "甲\u{1B}[2J\u{9B}31m\u{07}\r\n\t一、\u{202E}反\u{2066}\u{200B}\u{FEFF}\u{2028}乙"
        let content = DigestFixture.content(
            new: [DigestFixture.entry("\u{1B}]0;x\u{07}", unit: "\u{1B}c", name: facts, facts: facts, remark: facts)],
            checks: [DigestFixture.check("c\u{1B}", facts, facts)],
            feeds: [DigestFixture.feed(facts)],
            region: facts
        )
        let text = DigestText.render(content, language: language)
        let unseen = text.unicodeScalars.filter {
            $0 != "\n" && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        #expect(unseen.isEmpty)
        #expect(text.contains("甲⟨U+001B⟩[2J⟨U+009B⟩31m⟨U+0007⟩ 一、⟨U+202E⟩反"))
    }

    @Test("the same content gives the same bytes, in whatever order it was gathered", arguments: Language.allCases)
    func deterministic(language: Language) {
        var turned = DigestFixture.rich
        turned.overdue.reverse()
        turned.new.reverse()
        turned.undetermined.reverse()
        turned.checks.reverse()
        turned.feeds.reverse()
        #expect(
            DigestText.render(turned, language: language) == DigestText.render(DigestFixture.rich, language: language)
        )
    }
}
