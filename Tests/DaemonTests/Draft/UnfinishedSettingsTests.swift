import Foundation
import TestSupport
import Testing

@Suite("A new export is brought in while other settings are unfinished, or before there are any")
struct UnfinishedSettingsTests {
    /// Feeds somebody began and left: one that is no YAML, one that lacks nearly everything.
    private func place() throws -> BadInputPlace {
        let place = try BadInputPlace(database: "host=/nowhere")
        try place.folder.write("feed: torn\ncolumns: [a, {b", to: "feeds/torn.yaml")
        try place.folder.write("feed: begun\nkind: breath_test\n", to: "feeds/begun.yaml")
        try place.deliver(BadInputPlace.header + BadInputPlace.row(1), as: "a.csv")
        return place
    }

    private static let hasSettings = FileManager.default.fileExists(atPath: "/etc/docket/docket.yaml")

    @Test("an unfinished feed keeps nobody from trying another")
    func trial() async throws {
        let place = try place()
        let file = place.path("in/breath-tests/a.csv")
        let run = try await DocketProgram.run(["feed", "try", "breath-tests", file] + place.config)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("would store 1"), "\(run.output)")
    }

    @Test("nor an unfinished check, nor a main file that lacks what the daemon needs")
    func mainFile() async throws {
        let place = try place()
        let law = BadInputPlace.shippedConfig + "/law"
        try place.folder.write("feeds: feeds\nchecks: nowhere\nlaw: \(law)\ncolour: red\n", to: "docket.yaml")
        let file = place.path("in/breath-tests/a.csv")
        let run = try await DocketProgram.run(["feed", "try", "breath-tests", file] + place.config)
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test("its own problems are told, and no other's")
    func ownProblems() async throws {
        let place = try place()
        let run = try await DocketProgram.run(["feed", "try", "begun", "x.csv"] + place.config)
        #expect(run.code == 78, "\(run.errors)")
        #expect(run.errors.contains("begun.yaml") && !run.errors.contains("torn.yaml"), "\(run.errors)")
    }

    @Test("where no feed bears the name, the files that could not be read are told")
    func unknown() async throws {
        let place = try place()
        let run = try await DocketProgram.run(["feed", "try", "torn", "x.csv"] + place.config)
        #expect(run.code == 64, "\(run.errors)")
        #expect(run.errors.contains("one of: begun, breath-tests, robots"), "\(run.errors)")
        #expect(run.errors.contains("torn.yaml:3"), "\(run.errors)")
    }

    @Test("a feed that is not among the feeds yet is tried by its file, with settings and without")
    func byFile() async throws {
        let place = try place()
        let file = place.path("in/breath-tests/a.csv")
        try FileManager.default.moveItem(
            atPath: place.path("feeds/breath-tests.yaml"),
            toPath: place.path("new.yaml")
        )
        for settings in [place.config, []] where !settings.isEmpty || !Self.hasSettings {
            let run = try await DocketProgram.run(["feed", "try", place.path("new.yaml"), file] + settings)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("would store 1"), "\(run.output)")
        }
    }

    @Test("a feed is drafted beside unfinished ones")
    func draft() async throws {
        let place = try place()
        let file = place.path("in/breath-tests/a.csv")
        let run = try await DocketProgram.run(
            ["feed", "draft", file, "--kind", "breath_test", "--unit", "mg/100mL"] + place.config
        )
        #expect(run.code == 0, "\(run.errors)\(run.output)")
        #expect(run.output.contains("region: 430800"), "\(run.output)")
    }

    @Test("and where there are no settings at all, with the region left to a person", .enabled(if: !hasSettings))
    func withoutSettings() async throws {
        let place = try place()
        let file = place.path("in/breath-tests/a.csv")
        let run = try await DocketProgram.run(["feed", "draft", file, "--unit", "mg/100mL"])
        #expect(run.code == 1, "\(run.errors)\(run.output)")
        #expect(run.output.contains("kind: breath_test"), "\(run.output)")
        #expect(run.output.contains("alcohol: { column: 测试值, unit: \"mg/100mL\" }"), "\(run.output)")
        #expect(run.errors.hasPrefix("docket: region、serves：没有主配置"), "\(run.errors)")
        #expect(run.errors.split(separator: "docket: ").count == 1, "\(run.errors)")
    }

    @Test("settings that were named and are not there are told")
    func namedSettings() async throws {
        let place = try place()
        let file = place.path("in/breath-tests/a.csv")
        for verb in [["feed", "draft", file], ["feed", "try", "breath-tests", file]] {
            let run = try await DocketProgram.run(verb + ["--config", place.path("nowhere.yaml")])
            #expect(run.code == 78, "\(run.errors)")
            #expect(run.errors.contains("nowhere.yaml"), "\(run.errors)")
        }
    }
}
