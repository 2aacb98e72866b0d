import Glibc

/// An open descriptor that closes itself.
struct OpenedFile: ~Copyable {
    let descriptor: CInt

    /// Nil where the system refuses; `errno` then says why.
    init?(_ path: String, flags: CInt) {
        let opened = open(path, flags | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        descriptor = opened
    }

    /// - Parameter descriptor: open, and from now on this value's to close.
    init(owning descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// The file's identity and whether it is a regular file; nil where the system cannot tell.
    borrowing func look() -> (identity: FileIdentity, isRegular: Bool)? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        return (FileIdentity(status), status.st_mode & S_IFMT == S_IFREG)
    }
}
