import Foundation
import Settings
import TestSupport

/// Where the files of the repository lie.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of checks, law and units that is shipped.
    static var config: String { root.appending(path: "Config").path }

    /// The rules that are shipped, with no feed.
    static let rules = Result {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/feeds", withIntermediateDirectories: true)
        try folder.write(String(repeating: "k", count: 32), to: "id-pepper")
        let main = try folder.write(mainFile(feeds: "feeds"), to: "docket.yaml")
        return try withExtendedLifetime(folder) { try Configuration.load(path: main.path) }
    }

    /// A main file under the rules that are shipped.
    static func mainFile(feeds: String) -> String {
        """
        database: ""
        state_directory: state
        region: 430800
        language: zh
        pepper_file: id-pepper
        schedule: { poll: 30s, review: 60s, digest: "08:00" }
        retrospective_after: 30d
        feeds: \(feeds)
        checks: '\(config)/checks'
        law: '\(config)/law'
        units: '\(config)/units.yaml'

        """
    }
}
