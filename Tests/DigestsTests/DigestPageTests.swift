import Digests
import Model
import Testing

@Suite struct DigestPageTests {
    @Test(
        "the page stands alone: no script, nothing fetched, and a policy that forbids both",
        arguments: Language.allCases
    )
    func alone(language: Language) {
        let page = DigestPage.render(DigestFixture.rich, language: language)
        for word in ["<script", "http:", "https:", "//", "src=", "@import", "url(", "<link", "<img", "javascript"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(
            page.contains(
                "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\""
            )
        )
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-CN" : "en")\">"))
        #expect(page.contains("@page { size: A4 portrait;"))
        #expect(page.contains("article, tr, .tallies, footer { break-inside: avoid; }"))
    }

    @Test("a masked name or number stays whole at a line's end, and no space is lost over it")
    func whole() {
        let facts = "2025-03-07 20:29 检测仪 A-15，60.9 毫克；被测人 陈** 湘G***46"
        var content = DigestFixture.rich
        content.new = [DigestFixture.entry(facts: facts)]
        let page = DigestPage.render(content, language: .chinese)
        #expect(page.contains("被测人 <span class=\"whole\">陈**</span> <span class=\"whole\">湘G***46</span></dd>"))
        let text = page.replacing("<span class=\"whole\">", with: "").replacing("</span>", with: "")
        #expect(text.contains(facts))
    }

    @Test("every tag that opens closes", arguments: Language.allCases)
    func balanced(language: Language) {
        let page = DigestPage.render(DigestFixture.rich, language: language)
        let names = [
            "html", "head", "body", "main", "section", "article", "dl", "dd", "dt", "table", "tr", "td", "span", "p",
        ]
        for name in names {
            let opened = page.split(separator: "<").count { $0.hasPrefix("\(name)>") || $0.hasPrefix("\(name) ") }
            let closed = page.split(separator: "<").count { $0.hasPrefix("/\(name)>") }
            #expect(opened == closed && opened > 0, "\(name)")
        }
    }

    @Test("nothing a source wrote becomes markup or style", arguments: Language.allCases)
    func hostile(language: Language) {
        let evil = "</style><script>alert(\"1\")</script>&'\u{202E}\u{0}\n\u{1B}[31m\";} body{"
        var entry = DigestFixture.entry(evil, check: evil, unit: evil, name: evil, facts: evil, remark: evil)
        entry.unitEnglish = evil
        let content = DigestFixture.content(
            new: [entry],
            undetermined: [entry],
            closed: [entry],
            checks: [DigestFixture.check(evil, evil, evil), DigestFixture.check("x", evil, evil)],
            feeds: [DigestFixture.feed(evil)],
            region: evil
        )
        let page = DigestPage.render(content, language: language)
        #expect(!page.contains("<script"))
        #expect(!page.contains("\";} body{"))
        #expect(page.split(separator: "</style>", omittingEmptySubsequences: false).count == 2)
        #expect(
            page.contains("&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;⟨U+202E⟩⟨U+0000⟩ ")
        )
        let unseen = page.unicodeScalars.filter {
            $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        }
        #expect(unseen.isEmpty)
    }

    @Test("the English title stands small beside the Chinese one, and alone in an English letter")
    func titles() {
        let content = DigestFixture.content(new: [DigestFixture.entry()])
        let chinese = DigestPage.render(content, language: .chinese)
        #expect(
            chinese.contains("<b>醉驾检测无案件</b>\n<span class=\"beside\" lang=\"en\">Drunk reading with no case</span>")
        )
        let english = DigestPage.render(content, language: .english)
        #expect(english.contains("<b>Drunk reading with no case</b>"))
        #expect(!english.contains("醉驾检测无案件"))
    }

    @Test("an undetermined matter is drawn apart from a lead")
    func undetermined() {
        let content = DigestFixture.content(undetermined: [DigestFixture.entry(nil)])
        let page = DigestPage.render(content, language: .chinese)
        #expect(page.contains("<article class=\"undetermined critical\">"))
        #expect(page.contains("<span class=\"tag severity\">如成立：严重</span>"))
        #expect(!page.contains("<article class=\"open"))
        #expect(page.contains("以下不是线索。"))
    }

    @Test("a lead whose check is no longer configured is still printed, under the name it has")
    func unknownCheck() {
        let content = DigestFixture.content(new: [DigestFixture.entry(check: "retired-check")], checks: [])
        #expect(DigestPage.render(content, language: .chinese).contains("<b>retired-check</b>"))
    }

    @Test("the same content gives the same bytes", arguments: Language.allCases)
    func deterministic(language: Language) {
        var turned = DigestFixture.rich
        turned.new.reverse()
        turned.checks.reverse()
        #expect(
            DigestPage.render(turned, language: language) == DigestPage.render(DigestFixture.rich, language: language)
        )
    }
}
