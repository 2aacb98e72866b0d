/// A drop folder.
package struct FolderSource: Equatable, Sendable, Codable {
    /// Absolute.
    package var path: String
    /// Shell patterns (`fnmatch`) of the file names to take.
    package var files: [String]
    /// How long a file must have stopped growing before it is taken, in seconds.
    package var settleSeconds: Int64

    package init(path: String, files: [String], settleSeconds: Int64 = 5) {
        self.path = path
        self.files = files
        self.settleSeconds = settleSeconds
    }
}
