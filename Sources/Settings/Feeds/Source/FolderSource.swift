/// A drop folder.
package struct FolderSource: Equatable, Sendable, Codable {
    /// Absolute.
    package var path: String
    /// Shell patterns (`fnmatch`) of the file names to take.
    package var files: [String]
    /// How long a file must have stopped growing before it is taken, in seconds.
    package var settleSeconds: Int64
    package var after: AfterTaking

    /// What becomes of a file once it is archived and its transaction committed.
    package enum AfterTaking: String, Sendable, CaseIterable, Codable {
        /// It stays the source's.
        case leave
        /// Into `done` beneath the folder, or `error` where nothing could be read of it.
        case move
        /// Only the archive keeps it. One nothing could be read of goes into `error`: somebody must see to it.
        case delete
    }

    package init(path: String, files: [String], settleSeconds: Int64 = 5, after: AfterTaking = .leave) {
        self.path = path
        self.files = files
        self.settleSeconds = settleSeconds
        self.after = after
    }
}
