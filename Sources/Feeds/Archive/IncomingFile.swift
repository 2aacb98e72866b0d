import Glibc
import Hashing

/// A file on its way into the archive. It is deleted with this value unless it was published.
///
/// While it lives its file is locked, so that another run can tell what is being written from what was left behind.
struct IncomingFile: ~Copyable {
    private let path: String
    private let descriptor: CInt

    private static let prefix = "take-"
    private static let pieceSize = 1 << 20
    private static let attempts = 100

    init(in folder: String) throws(ArchiveFault) {
        (path, descriptor) = try Self.createLocked(in: folder)
    }

    private static func createLocked(in folder: String) throws(ArchiveFault) -> (path: String, descriptor: CInt) {
        // A file system without locks would be asked for ever.
        for _ in 0..<attempts {
            let path = "\(folder)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
            let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard opened >= 0 else {
                guard errno == EEXIST else { throw .unwritable(path: folder, detail: Archive.systemWord()) }
                continue
            }
            // Another run may have found the file before it was locked, and cleared it: then begin anew.
            var status = stat()
            if flock(opened, LOCK_EX) == 0, fstat(opened, &status) == 0, status.st_nlink > 0 { return (path, opened) }
            unlink(path)
            close(opened)
        }
        throw .unwritable(path: folder, detail: "flock: \(Archive.systemWord())")
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    /// Copies the source and hashes it on the way.
    ///
    /// - Returns: SHA-256 in hexadecimal digits.
    borrowing func fill(
        from source: borrowing OpenedFile,
        path sourcePath: String,
        expected: Int64,
        _ progress: (Int64) throws -> Void
    ) throws -> String {
        var hash = SHA256Stream()
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var total: Int64 = 0
        while true {
            let count = piece.withUnsafeMutableBytes { read(source.descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR else {
                    throw ArchiveFault.unreadable(path: sourcePath, detail: Archive.systemWord())
                }
                continue
            }
            guard count > 0 else { break }
            total += Int64(count)
            guard total <= expected else { throw ArchiveFault.stillGrowing(path: sourcePath) }
            piece.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
            try write(piece.span.extracting(first: count))
            try progress(total)
        }
        guard total == expected else { throw ArchiveFault.stillGrowing(path: sourcePath) }
        return Hex.text(hash.finish())
    }

    /// What the file is by now; nil where the system cannot tell.
    borrowing func look() -> FileIdentity? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileIdentity(status) : nil
    }

    /// Gives the file its name for good, after its bytes are safe. Nobody may write to it from then on.
    borrowing func publish(as name: String) throws(ArchiveFault) {
        guard fchmod(descriptor, 0o440) == 0, fsync(descriptor) == 0, rename(path, name) == 0 else {
            throw .unwritable(path: name, detail: Archive.systemWord())
        }
    }

    borrowing func write(_ bytes: Span<UInt8>) throws(ArchiveFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unwritable(path: path, detail: Archive.systemWord()) }
            written += count
        }
    }

    /// Deletes what killed runs left behind: files of ours that nobody holds locked.
    static func clearAbandoned(in folder: String) throws(ArchiveFault) {
        guard let listing = opendir(folder) else { throw .unwritable(path: folder, detail: Archive.systemWord()) }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix) else { continue }
            guard let file = OpenedFile(folder + "/" + name, flags: O_RDWR | O_NOFOLLOW | O_NONBLOCK) else { continue }
            if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(folder + "/" + name) }
        }
    }
}
