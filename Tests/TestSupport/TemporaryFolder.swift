package import Foundation

/// An empty folder that is gone, with everything in it, when the test lets go of it.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// Makes the folder.
    ///
    /// - Throws: Why it cannot be made.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "docket-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The folder's absolute path.
    package var path: String { url.path(percentEncoded: false) }

    /// Writes a file, and the folders on the way to it, and returns where it is.
    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes a text file and returns where it is.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> URL { try write(text.utf8, to: name) }
}
