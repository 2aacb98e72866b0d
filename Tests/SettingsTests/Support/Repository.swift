import Foundation

/// Where the files of the repository lie.
enum Repository {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let config = folder.appending(path: "Config").path
    /// Public data beside the repository, not within it.
    static let shared = folder.deletingLastPathComponent().appending(path: "shared").path

    /// The paths of all feeds among the examples.
    static func exampleFeeds() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: config + "/examples")
            .filter { $0.hasSuffix(".yaml") && (!$0.contains("/") || $0.contains("feeds/")) }
            .sorted().map { config + "/examples/" + $0 }
    }
}
