import Foundation
import Simulation
import Testing

@Suite("The formats of a simulation")
struct FormatTests {
    private static let formats = ExportForm.allCases.flatMap { form in
        ([nil] + ExportPacking.allCases).map { ExportFormat(form, $0) }
    }

    @Test("a format is named by its form, and its packing behind a dot", arguments: formats)
    func named(format: ExportFormat) {
        let name = format.form.rawValue + (format.packing.map { "." + $0.rawValue } ?? "")
        #expect(FormatChoice(named: name) == .all(format))
    }

    @Test("what is no format has no name", arguments: ["", "xls", "json.", "json.gz.zip", ".gz", "mixed.gz", "JSON"])
    func unnamed(name: String) { #expect(FormatChoice(named: name) == nil) }

    @Test("the same seed gives the same bytes, however they are written and packed", arguments: [1, 5])
    func deterministic(seed: UInt64) throws {
        #expect(try written(seed, .mixed).fingerprint() == written(seed, .mixed).fingerprint())
    }

    @Test("mixed, each form and each packing is there, and the settings tell of every file")
    func mixed() throws {
        let files = try written(3, .mixed).files().map(\.name)
        for ending in ExportForm.allCases.map(\.ending) + ExportPacking.allCases.map(\.rawValue) {
            #expect(files.contains { $0.hasPrefix("in/") && $0.contains("." + ending) }, "\(ending)")
        }
        let feeds = Set(files.filter { $0.hasPrefix("in/") }.map { $0.split(separator: "/")[1] })
        #expect(feeds.count == 22 && feeds.allSatisfy { files.contains("feeds/\($0).yaml") })
    }

    @Test("where an example does not say how its rows come, it is named")
    func spoiltExample() throws {
        let folder = try Scratch()
        let examples = folder.path + "/examples/prefecture/feeds"
        try FileManager.default.createDirectory(atPath: examples, withIntermediateDirectories: true)
        try Data("feed: breath-testers\nfiles: []\n".utf8).write(to: URL(filePath: examples + "/breath-testers.yaml"))
        let config = SimulationConfig(seed: 1, configDirectory: folder.path, formats: .mixed)
        let fault = #expect(throws: SimulationError.self) { try config.write(to: folder.path) }
        #expect(fault == .example(feed: "breath-testers", line: "exported_at: "))
    }

    private func written(_ seed: UInt64, _ formats: FormatChoice) throws -> Scratch {
        let scratch = try Scratch()
        _ = try Simulation(seed: seed, days: 8, scale: 0.002).write(to: scratch.path, as: formats)
        try SimulationConfig(seed: seed, configDirectory: Self.config, formats: formats).write(to: scratch.path)
        return scratch
    }

    private static let config = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Config").path(percentEncoded: false)
}
