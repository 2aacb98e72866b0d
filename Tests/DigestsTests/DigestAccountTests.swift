import Digests
import Model
import Testing

@Suite struct DigestAccountTests {
    @Test("rows read are shown as the sum of what became of them")
    func equation() {
        let content = DigestFixture.content()
        #expect(
            DigestText.render(content, language: .chinese)
                .contains("读入 1,234 = 新存 1,000 + 修订 4 + 未变 200 + 剔除 30\n")
        )
        #expect(
            DigestText.render(content, language: .english)
                .contains("read 1,234 = stored 1,000 + revised 4 + unchanged 200 + rejected 30\n")
        )
        #expect(DigestText.render(content, language: .chinese).contains("账目全部相符"))
    }

    @Test("an account that does not add up is said aloud", arguments: Language.allCases)
    func discrepancy(language: Language) {
        let content = DigestFixture.content(feeds: [DigestFixture.feed(), DigestFixture.feed("cases", rejected: 20)])
        let (word, total) =
            language == .chinese
            ? ("账目不符，相差 10 行", "有1个数据源账目不符") : ("does not add up: off by 10", "1 feed does not add up")
        for letter in [
            DigestText.render(content, language: language), DigestPage.render(content, language: language),
        ] {
            // A line may break anywhere between these words.
            let unbroken = letter.split { $0.isWhitespace }.joined(separator: " ")
            #expect(unbroken.contains(word))
            #expect(unbroken.contains(total))
        }
    }

    @Test("counts at the end of their range are added without a trap", arguments: Language.allCases)
    func extremes(language: Language) {
        var content = DigestFixture.content(
            new: [DigestFixture.entry()],
            checks: [DigestFixture.check(clean: .max, notDue: .max, undetermined: .min, violated: .max)],
            feeds: [DigestFixture.feed(read: .min, rejected: .max), DigestFixture.feed("b", read: .min)]
        )
        content.asOf = Instant(microseconds: .max)
        content.since = Instant(microseconds: .min)
        content.new[0].due = Instant(microseconds: .min)
        content.number = .min
        content.region = .min
        #expect(!DigestText.render(content, language: language).isEmpty)
        #expect(!DigestPage.render(content, language: language).isEmpty)
    }

    @Test("each check tells how many it looked at and how they came out")
    func examined() {
        let text = DigestText.render(DigestFixture.content(), language: .english)
        #expect(text.contains("1 of 1 check ran and examined 1,234 matters."))
        let row = text.split(separator: "\n").first { $0.hasPrefix("  Drunk reading with no case") }
        #expect(row?.split(separator: " ").suffix(5).map(String.init) == ["1,234", "1,200", "20", "8", "6"])
    }

    @Test("a check that cannot run names what it lacks and shows no count")
    func notRunnable() {
        let check = DigestFixture.check("v", "检测无执法视频", "Positive test not on video", missing: [.recording, .camera])
        let content = DigestFixture.content(checks: [DigestFixture.check(), check])
        let chinese = DigestText.render(content, language: .chinese)
        #expect(chinese.contains("未能运行，缺少：执法视音频清单、执法记录仪登记"))
        #expect(chinese.contains("2项检查中运行1项，共查1,234件；1项未能运行。"))
        let english = DigestPage.render(content, language: .english)
        #expect(english.contains("Not run. Missing: list of recordings, register of cameras"))
    }

    @Test("a feed never known complete says so")
    func neverComplete() {
        var feed = DigestFixture.feed()
        feed.completeUntil = nil
        feed.lastDelivery = nil
        let content = DigestFixture.content(feeds: [feed])
        #expect(DigestText.render(content, language: .chinese).contains("数据完整至  从未确认完整"))
        #expect(DigestText.render(content, language: .english).contains("Last delivery    none yet"))
    }

    @Test("a check whose SQL fails says why instead of a count")
    func faulty() {
        var check = DigestFixture.check()
        check.fault = "column s.sped does not exist [42703]"
        let content = DigestFixture.content(checks: [check])
        #expect(DigestText.render(content, language: .chinese).contains("未能运行：column s.sped does not exist [42703]"))
        #expect(
            DigestPage.render(content, language: .english).contains("Could not be run: column s.sped does not exist")
        )
    }

    @Test("a feed that is held back, or whose last poll failed, says so in both forms of the letter")
    func troubled() {
        var feed = DigestFixture.feed()
        feed.holding = 2
        feed.trouble = "/srv/in: 目录不存在 / the folder does not exist"
        let content = DigestFixture.content(feeds: [feed])
        let chinese = DigestText.render(content, language: .chinese)
        #expect(chinese.contains("** 2次交付有退回行或无法读取，尚未处理，完整时点不再前移 **"))
        #expect(chinese.contains("最近一次取数失败：/srv/in: 目录不存在"))
        let english = DigestPage.render(content, language: .english)
        feed = DigestFixture.feed()
        feed.lagsBehindProof = true
        let gap = DigestText.render(DigestFixture.content(feeds: [feed]), language: .chinese)
        #expect(gap.contains("导出有空当或有文件待取"))
        #expect(english.contains("2 deliveries with rejected rows, or unreadable, not seen to: complete no further"))
    }

    @Test("the totals stand in one sentence")
    func totals() {
        let text = DigestText.render(DigestFixture.rich, language: .chinese).split(separator: "\n").joined()
        #expect(text.contains("截至 2026-03-10 08:00，本期新增线索3条（其中追溯1条），前期逾期未办结3条，尚不能判定2项，本期办结1条。"))
        #expect(text.contains("2026-03-09 08:00 至 2026-03-10 08:00（北京时间，Asia/Shanghai）"))
    }

    @Test("the first digest has no beginning of its period")
    func first() {
        var content = DigestFixture.content()
        content.since = nil
        #expect(DigestText.render(content, language: .chinese).contains("首期，截至 2026-03-10 08:00"))
    }

    @Test(
        "delay is told in the two largest units that matter",
        arguments: [
            (Int64(0), "逾期不足1分钟", "overdue by less than a minute"), (59, "逾期不足1分钟", "overdue by less than a minute"),
            (60, "逾期1分钟", "overdue by 1 minute"), (3_660, "逾期1小时1分钟", "overdue by 1 hour 1 minute"),
            (7_200, "逾期2小时", "overdue by 2 hours"), (86_400, "逾期1天", "overdue by 1 day"),
            (273_600, "逾期3天4小时", "overdue by 3 days 4 hours"), (-7_200, "尚余2小时", "2 hours left"),
        ]
    )
    func delay(seconds: Int64, chinese: String, english: String) {
        var entry = DigestFixture.entry()
        entry.due = DigestFixture.asOf.adding(seconds: -seconds)
        let content = DigestFixture.content(overdue: [entry])
        #expect(DigestText.render(content, language: .chinese).contains("(\(chinese))"))
        #expect(DigestText.render(content, language: .english).contains("(\(english))"))
    }
}
