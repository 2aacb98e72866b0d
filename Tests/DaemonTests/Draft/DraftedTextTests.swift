import Foundation
import Model
import Settings
import TestSupport
import Testing

@Suite("The text of a draft can be read by people and by Docket, whatever the file is called")
struct DraftedTextTests {
    private static let table = "设备编号,记录号,检测时间,酒精含量(mg/100mL)\nJC01,1,2025-03-03 10:00:00,12\n"

    @Test(
        "names with quotes, brackets and the like give sound YAML that takes the file",
        arguments: [
            "a\"b.csv", "a.c\"sv", "it's.c'sv", "a_20250401080000.c'sv", "[a].c[s]v", "a.c{s: v", "a #.cs #v", "a.",
            "a",
            "检测: 台账，3月.csv", "a.cs\\v",
        ]
    )
    func names(name: String) async throws {
        let place = try DraftedPlace()
        let file = try place.write(Data(Self.table.utf8), to: name)
        let run = try await place.draft(file)
        #expect(run.code == 0, "\(run.errors)\(run.output)")
        let feed = try place.feed(run.output)
        let pattern = try #require(feed.folder?.files.first)
        #expect(fnmatch(pattern, name, 0) == 0, "\(pattern)")
    }

    @Test("two files with Chinese names are two feeds, and the next export of one is the same feed")
    func chineseNames() async throws {
        let place = try DraftedPlace()
        var names: [String] = []
        for name in ["呼气检测台账.csv", "酒驾检测明细.csv", "呼气检测台账20250401.csv"] {
            let run = try await place.draft(place.write(Data(Self.table.utf8), to: name))
            names.append(try place.feed(run.output).name)
        }
        #expect(names[0] != names[1] && names[0] == names[2], "\(names)")
        #expect(names.allSatisfy { $0.hasPrefix("breath-test-") }, "\(names)")
    }

    @Test("a name that is given must be one")
    func givenName() async throws {
        let place = try DraftedPlace()
        let file = try place.write(Data(Self.table.utf8), to: "a.csv")
        for name in ["a b", "检测", "a\"", String(repeating: "x", count: 64)] {
            #expect(try await place.draft(file, ["--feed", name]).code == 64, "\(name)")
        }
        #expect(try await place.draft(file, ["--feed", "tests"]).output.contains("\nfeed: tests\n"))
    }

    @Test(
        "no line is wider than a hundred columns, and what is broken reads the same",
        arguments: ["zh", "en", "both"]
    )
    func width(language: String) async throws {
        let place = try DraftedPlace()
        let more = (1...60).map { "附加说明栏目第\($0)项" }
        let header = "设备编号,记录号,检测时间,酒精含量,检测类型,\(more.joined(separator: ","))\n"
        let row = "JC01,1,2025-03-03 10:00:00,12,主动,\(more.map { _ in "内容" }.joined(separator: ","))\n"
        let name = "湖南省某市公安局交通警察支队呼气式酒精检测台账.csv"
        let file = try place.write(Data((header + row).utf8), to: name)
        let options = language == "both" ? [] : ["--language", language]
        let run = try await place.draft(file, options)
        #expect(run.code == 1)
        for line in (run.output + run.errors).split(separator: "\n") {
            #expect(String(line).columns <= 100, "\(String(line).columns): \(line)")
        }
        let finished = try await place.draft(file, options + ["--unit", "mg/100mL"])
        let feed = try place.feed(finished.output)
        #expect(feed.ignoredColumns.filter { $0.hasPrefix("附加") } == more)
    }
}
