import Digests
import Model
import Testing

@Suite struct DigestOrderTests {
    private func places(of marks: [String], in content: DigestContent) throws -> [Int] {
        let lines = DigestText.render(content, language: .chinese).split(separator: "\n")
        return try marks.map { mark in try #require(lines.firstIndex { $0.contains(mark) }) }
    }

    @Test("units stand in the order of their codes, however many leads they have")
    func units() throws {
        let content = DigestFixture.content(new: [
            DigestFixture.entry("n-1", unit: "430822000000", name: "丙"),
            DigestFixture.entry("n-2", unit: "", name: ""),
            DigestFixture.entry("n-3", unit: "430822000000", name: "丙"),
            DigestFixture.entry("n-4", unit: "430821000000", name: "乙"),
            DigestFixture.entry("n-5", unit: "430802000000", name: "甲"),
        ])
        let places = try places(of: ["430802000000 甲", "430821000000 乙", "430822000000 丙", "记录未注明单位"], in: content)
        #expect(places == places.sorted())
    }

    @Test("inside a unit the earlier deadline stands first, then the lower number, whatever the severity")
    func entries() throws {
        let content = DigestFixture.content(new: [
            DigestFixture.entry("430800-2026-100000", due: -5),
            DigestFixture.entry("430800-2026-00002", severity: .critical, due: -5),
            DigestFixture.entry("430800-2026-99999", severity: .critical, due: -5),
            DigestFixture.entry("430800-2026-00007", severity: .low, due: -6),
        ])
        let numbers = ["430800-2026-00007", "430800-2026-00002", "430800-2026-99999", "430800-2026-100000"]
        let places = try places(of: numbers, in: content)
        #expect(places == places.sorted())
    }

    @Test("a check is listed by its name, not by what it found")
    func checks() throws {
        let content = DigestFixture.content(checks: [
            DigestFixture.check("b", violated: 900), DigestFixture.check("c", violated: 5000), DigestFixture.check("a"),
        ])
        let places = try places(of: ["[a]", "[b]", "[c]"], in: content)
        #expect(places == places.sorted())
    }

    @Test("no list is cut short")
    func long() {
        let entries = (1...700).map { DigestFixture.entry("430800-2026-\(10_000 + $0)", due: -Int64($0)) }
        let page = DigestPage.render(DigestFixture.content(new: entries), language: .chinese)
        let text = DigestText.render(DigestFixture.content(new: entries), language: .chinese)
        #expect(entries.allSatisfy { page.contains($0.alertNumber ?? "-") && text.contains($0.alertNumber ?? "-") })
    }
}
