import Foundation
package import Settings

/// The checks, law and units that are shipped, with no feed.
package enum ShippedRules {
    /// The folder they lie in.
    package static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Config")
        .path

    package static let configuration = Result {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/feeds", withIntermediateDirectories: true)
        try folder.write(String(repeating: "k", count: 32), to: "id-pepper")
        let main = try folder.write(mainFile(feeds: "feeds"), to: "docket.yaml")
        return try withExtendedLifetime(folder) { try Configuration.load(path: main.path) }
    }

    /// A main file under the rules that are shipped.
    package static func mainFile(feeds: String) -> String {
        """
        database: ""
        state_directory: state
        region: 430800
        language: zh
        pepper_file: id-pepper
        schedule: { poll: 30s, review: 60s, digest: "08:00" }
        retrospective_after: 30d
        feeds: \(feeds)
        checks: '\(folder)/checks'
        law: '\(folder)/law'
        units: '\(folder)/units.yaml'

        """
    }
}
