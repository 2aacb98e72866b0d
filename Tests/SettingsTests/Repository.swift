import FoundationEssentials

/// Where the files of the repository lie.
enum Repository {
    static var config: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Config").path
    }
}
