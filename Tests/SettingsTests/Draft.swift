import Foundation
import Settings
import TestSupport
import Testing

/// A copy of the shipped configuration, fed by the example prefecture, to be spoilt.
final class Draft {
    private let folder: TemporaryFolder

    /// A lean one has one check and one feed only, and is quicker read.
    init(isLean: Bool = false) throws {
        folder = try TemporaryFolder()
        let shipped = URL(filePath: Repository.config)
        for name in ["docket.yaml", "units.yaml", "law", "checks"] {
            try FileManager.default.copyItem(at: shipped.appending(path: name), to: folder.url.appending(path: name))
        }
        try FileManager.default.copyItem(
            at: shipped.appending(path: "examples/prefecture/feeds"),
            to: folder.url.appending(path: "feeds")
        )
        guard isLean else { return }
        try replace("feeds: feeds", with: "feeds: feeds/breath-tests.yaml")
        try replace("checks: checks", with: "checks: checks/robots/sms-unreviewed.yaml")
    }

    /// The path of a file of the draft.
    func path(_ file: String = "docket.yaml") -> String { folder.url.appending(path: file).path }

    /// Writes `new` where `old` stands, which must be there once.
    func replace(_ old: String, with new: String, in file: String = "docket.yaml") throws {
        let text = try String(contentsOfFile: path(file), encoding: .utf8)
        try #require(text.components(separatedBy: old).count == 2, "\(old) stands not once in \(file)")
        try folder.write(text.replacingOccurrences(of: old, with: new), to: file)
    }

    func write(_ bytes: some Sequence<UInt8>, to file: String = "docket.yaml") throws {
        try folder.write(bytes, to: file)
    }

    func write(_ text: String, to file: String = "docket.yaml") throws { try write(text.utf8, to: file) }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(file)) }

    /// What it says, if it is sound.
    func load() throws(SettingsError) -> Configuration { try Configuration.load(path: path()) }

    /// What loading complains of; nothing where it loads.
    var problems: [SettingsProblem] {
        do throws(SettingsError) {
            return try load().refusedChecks
        } catch {
            return error.problems
        }
    }

    /// The one thing that is wrong.
    func onlyProblem() throws -> SettingsProblem {
        let problems = problems
        try #require(problems.count == 1, "\(problems.map(\.description))")
        return problems[0]
    }

    /// The one thing that is wrong, as a person reads it, from the folder of the configuration.
    func complaint() throws -> String {
        try onlyProblem().description.replacingOccurrences(of: folder.url.path + "/", with: "")
    }
}
