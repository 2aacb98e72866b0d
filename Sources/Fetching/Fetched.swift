package import Feeds
package import Model

/// One new thing a source handed over, safe in the archive.
package struct Fetched: Sendable {
    /// What people know it by: a file's name, a page's address.
    package var name: String
    /// What is remembered once it is taken, and under which name.
    package var mark: (name: String, value: String)
    /// Up to when it shows everything; nil where nothing says so.
    package var exportedAt: Instant?
    package var file: ArchivedFile

    package init(name: String, mark: (name: String, value: String), exportedAt: Instant?, file: ArchivedFile) {
        self.name = name
        self.mark = mark
        self.exportedAt = exportedAt
        self.file = file
    }
}
