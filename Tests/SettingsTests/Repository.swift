import Foundation

/// Where the files of the repository lie.
enum Repository {
    static var config: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Config").path
    }

    /// The paths of all feeds among the examples.
    static func exampleFeeds() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: config + "/examples")
            .filter { $0.hasSuffix(".yaml") && (!$0.contains("/") || $0.contains("feeds/")) }
            .sorted().map { config + "/examples/" + $0 }
    }
}
