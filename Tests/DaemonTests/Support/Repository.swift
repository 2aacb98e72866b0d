import Foundation
import Settings
import TestSupport

/// Where the files of the repository lie.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of checks, law and units that is shipped.
    static var config: String { ShippedRules.folder }

    /// The rules that are shipped, with no feed.
    static var rules: Result<Configuration, any Error> { ShippedRules.configuration }

    /// A main file under the rules that are shipped.
    static func mainFile(feeds: String) -> String { ShippedRules.mainFile(feeds: feeds) }
}
