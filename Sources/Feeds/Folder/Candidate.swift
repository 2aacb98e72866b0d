package import Model

/// A file in a drop folder that a feed would take.
package struct Candidate: Equatable, Sendable {
    /// The name within the folder.
    package let name: String
    package let path: String
    package let identity: FileIdentity
    /// When it was exported, as its name tells; nil where the feed does not say how, the name does not fit, or the time
    /// lies ahead.
    package let exportedAt: Instant?

    package init(name: String, path: String, identity: FileIdentity, exportedAt: Instant?) {
        self.name = name
        self.path = path
        self.identity = identity
        self.exportedAt = exportedAt
    }

    /// The order in which files are taken: by export time, then by name. Those without a time come last, for nothing
    /// later can then be taken for older.
    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        switch (left.exportedAt, right.exportedAt) {
        case (let earlier?, let later?) where earlier != later: earlier < later
        case (.some, nil): true
        case (nil, .some): false
        default: Array(left.name.utf8).lexicographicallyPrecedes(Array(right.name.utf8))
        }
    }
}
