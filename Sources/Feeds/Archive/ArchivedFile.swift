import Glibc

/// A file as the archive keeps it: for good, unchanged, under the hash of its bytes.
package struct ArchivedFile: Equatable, Sendable {
    /// SHA-256 in 64 lower-case hexadecimal digits.
    package let sha256: String
    /// Bytes.
    package let size: Int64
    /// Where the archive keeps it.
    package let path: String
    /// What the source file was when it was copied.
    package let source: FileIdentity

    /// A file where it lies, to be read as it would be from the archive, and not kept.
    ///
    /// - Throws: `ArchiveFault`.
    package init(inPlace path: String) throws(ArchiveFault) {
        guard let source = OpenedFile(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else {
            throw .refusal(inPlace: path)
        }
        guard let look = source.look(), look.isRegular else { throw .notAFile(path: path) }
        self.init(sha256: "", size: look.identity.size, path: path, source: look.identity)
    }

    package init(sha256: String, size: Int64, path: String, source: FileIdentity) {
        self.sha256 = sha256
        self.size = size
        self.path = path
        self.source = source
    }
}
