import FoundationEssentials

/// Where the files of the repository lie.
enum Repository {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let config = folder.appending(path: "Config").path
    /// Public data beside the repository, not within it.
    static let shared = folder.deletingLastPathComponent().appending(path: "shared").path
}
