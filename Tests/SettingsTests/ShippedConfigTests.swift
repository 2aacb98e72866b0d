import Foundation
import Model
import Settings
import Testing

@Suite("The configuration that is shipped")
struct ShippedConfigTests {
    @Test("loads with the feeds of the example prefecture, without a problem")
    func loads() throws {
        let configuration = try Draft().load()
        #expect(configuration.checks.map(\.id) == configuration.checks.map(\.id).sorted())
        #expect(
            Set(configuration.checks.map(\.id)).isSuperset(of: ["drunk-no-case", "reading-no-video", "sms-unreviewed"])
        )
        #expect(configuration.feeds.count == 11)
        #expect(configuration.fingerprint.count == 64)
        #expect(configuration.region == 430800)
    }

    @Test("every feed among the examples loads by itself", arguments: try Repository.exampleFeeds())
    func exampleFeed(path: String) throws {
        let draft = try Draft()
        try draft.replace("feeds: feeds", with: "feeds: \(path)")
        #expect(draft.problems.isEmpty, "\(draft.problems.map(\.description))")
    }

    @Test("every threshold, clock and unit of measure says where it is written")
    func citations() throws {
        let law = try Draft().load().law
        let citations =
            law.thresholds.map(\.validity.citation) + law.units.map(\.validity.citation)
            + law.clocks.map(\.validity.citation)
        #expect(citations.count > 30)
        #expect(citations.allSatisfy { $0.count >= 5 })
    }

    @Test("a citation left out is complained of, wherever it was", arguments: ["thresholds", "clocks", "calendar"])
    func missingCitation(table: String) throws {
        let draft = try Draft()
        let path = draft.path("law/\(table).yaml")
        var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
        let index = try #require(lines.firstIndex { $0.hasPrefix("    citation:") })
        lines.remove(at: index)
        try draft.write(lines.joined(separator: "\n"), to: "law/\(table).yaml")
        let problem = try draft.onlyProblem()
        #expect(problem.keyPath == "\(table)[0].citation")
        #expect(problem.cause.contains("missing"))
    }

    @Test("two entries of one code in force at once are refused, with the day the earlier one must end")
    func overlap() throws {
        let draft = try Draft()
        try draft.replace(
            "thresholds:\n",
            with: "thresholds:\n  - { code: drunk, alcohol: 80, effective_from: 2001-01-01, citation: GB 19522 }\n",
            in: "law/thresholds.yaml"
        )
        #expect(try draft.onlyProblem().remedy.contains("effective_to: 2004-05-31"))
    }

    @Test("another rule, another fingerprint; another comment, another fingerprint too, for the file is what is quoted")
    func fingerprint() throws {
        let draft = try Draft()
        let before = try draft.load().fingerprint
        try draft.replace("alcohol: \"80\"", with: "alcohol: \"81\"", in: "law/thresholds.yaml")
        let after = try draft.load().fingerprint
        #expect(before != after)
    }
}
