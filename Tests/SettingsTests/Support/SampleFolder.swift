import FoundationEssentials
import Settings

/// A configuration of its own in a temporary folder, gone with the object.
final class SampleFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
                path: "settings-" + UUID().uuidString
            ).path
        for folder in ["law", "checks", "feeds"] {
            try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
        }
        try write("docket.yaml", SampleTexts.main)
        try write("units.yaml", SampleTexts.units)
        try write("feeds/tests.yaml", SampleTexts.feed)
        try write("checks/drunk-no-case.yaml", SampleTexts.check)
        for (name, text) in SampleTexts.law { try write("law/\(name).yaml", text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ file: String, _ text: String) throws { try write(file, bytes: Array(text.utf8)) }

    func write(_ file: String, bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path + "/" + file)) }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path + "/" + file) }

    /// Puts `new` where `old` stands, which must be there exactly once.
    func spoil(_ file: String, _ old: String, _ new: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw SpoilingError(file: file, text: old, times: parts.count - 1) }
        try write(file, parts.joined(separator: new))
    }

    func load(credentials: String? = nil) throws(SettingsError) -> Configuration {
        try Configuration.load(path: path + "/docket.yaml", credentials: credentials)
    }

    /// What is said to be wrong, a line each, with paths from this folder on.
    func complaints() -> [String] {
        do {
            return try load().refusedChecks.map { "\($0)".replacing(path + "/", with: "") }
        } catch {
            return error.description.split(separator: "\n").map { String($0).replacing(path + "/", with: "") }
        }
    }
}

struct SpoilingError: Error {
    let file: String
    let text: String
    let times: Int
}
