import Glibc
import Hashing

/// The folder that keeps every file that was ever taken, under the hash of its bytes.
///
/// A file is there wholly or not at all, whenever the machine stops: it is written aside, flushed, and then renamed.
package struct Archive: Sendable {
    /// The archive's own folder.
    package let directory: String
    /// Bytes; a larger file is refused.
    package let largest: Int64

    private var incoming: String { directory + "/incoming" }
    private var root: String { directory + "/sha256" }

    /// Opens the archive, creating its folders where they are missing, and clears what killed runs left unfinished.
    ///
    /// - Throws: `ArchiveFault.unwritable`.
    package init(directory: String, largest: Int64 = 2 << 30) throws(ArchiveFault) {
        self.directory = directory
        self.largest = largest
        for folder in [directory, root, incoming] { try Self.create(folder: folder) }
        try IncomingFile.clearAbandoned(in: incoming)
    }

    /// Looks at an archive that may belong to somebody else: makes and clears nothing.
    package init(reading directory: String) {
        self.directory = directory
        largest = 0
    }

    /// Copies a file into the archive and hashes it on the way.
    ///
    /// - Parameters:
    ///   - path: of the source; the last part of it must be no link.
    ///   - expected: what the file was when it was looked at, to notice that another one has taken its place.
    ///   - likely: hashes of kept files it may well be, such as those of the same size. It is compared with them first,
    ///     byte for byte, which is quicker than to copy and hash it, and ends at the first difference.
    ///   - progress: is told now and then how many bytes are copied or compared; what it throws breaks off.
    /// - Returns: the file as it is kept. The same bytes again give the same file.
    /// - Throws: `ArchiveFault`, or what `progress` throws; nothing is then kept.
    package func take(
        _ path: String,
        expected: FileIdentity? = nil,
        likely: [String] = [],
        progress: (_ bytesDone: Int64) throws -> Void = { _ in }
    ) throws -> ArchivedFile {
        // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
        guard let source = OpenedFile(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else {
            throw Self.refusal(of: path)
        }
        guard let before = source.look() else {
            throw ArchiveFault.unreadable(path: path, detail: Self.systemWord())
        }
        guard before.isRegular else { throw ArchiveFault.notAFile(path: path) }
        if let expected, !expected.hasSameContent(as: before.identity) {
            guard expected.inode == before.identity.inode else { throw ArchiveFault.vanished(path: path) }
            throw ArchiveFault.stillGrowing(path: path)
        }
        guard before.identity.size <= largest else { throw ArchiveFault.tooLarge(path: path, limit: largest) }
        if let known = try same(as: source, before.identity, among: likely, progress) { return known }
        let copy = try IncomingFile(in: incoming)
        let hash = try copy.fill(from: source, path: path, expected: before.identity.size, progress)
        guard let after = source.look(), after.identity.hasSameContent(as: before.identity) else {
            throw ArchiveFault.stillGrowing(path: path)
        }
        let kept = try keep(copy, hash: hash, size: before.identity.size)
        return ArchivedFile(sha256: hash, size: before.identity.size, path: kept, source: before.identity)
    }

    /// Begins to take in bytes as they arrive from elsewhere.
    ///
    /// - Parameters:
    ///   - source: what it is called where something is wrong with it.
    ///   - largest: bytes; more are refused.
    /// - Returns: where the bytes go. Nothing stays of it unless it is kept.
    package func receive(from source: String, largest: Int64) -> Reception {
        Reception(in: incoming, source: source, largest: min(largest, self.largest))
    }

    /// Keeps what was received, once it is known to be whole.
    ///
    /// - Returns: the file as it is kept. The same bytes again give the same file.
    /// - Throws: `ArchiveFault`.
    package func keep(_ reception: Reception) throws(ArchiveFault) -> ArchivedFile {
        try reception.finish { copy, hash throws(ArchiveFault) in
            guard let identity = copy.look() else { throw .unwritable(path: incoming, detail: Self.systemWord()) }
            let kept = try keep(copy, hash: hash, size: identity.size)
            return ArchivedFile(sha256: hash, size: identity.size, path: kept, source: identity)
        }
    }

    /// The bytes of one row of an archived file, as they came.
    ///
    /// - Parameters:
    ///   - sha256: of the file.
    ///   - part: the member of a packed file or the sheet of a workbook; nil where the file is one part.
    ///   - offset: where the row begins within the part's own bytes, from 0.
    ///   - length: bytes; of a row longer than `RowLimits.standard` allows, only its head is fetched.
    /// - Returns: the row with its line end; of a workbook its cells with tabs between them.
    /// - Throws: `ArchiveFault.unknown` or `.damaged`.
    package func rawRow(
        sha256: String,
        part: String? = nil,
        offset: Int64,
        length: Int64
    ) throws(ArchiveFault) -> [UInt8] {
        guard let path = path(of: sha256), let file = OpenedFile(path, flags: O_RDONLY | O_NOFOLLOW),
            let size = file.look()?.identity.size
        else { throw .unknown(hash: sha256) }
        guard offset >= 0, length >= 0 else { throw .damaged(path: path, detail: "row \(offset)+\(length)") }
        do throws(UnreadableDelivery) {
            let fetch = RowFetch(part: part, offset: offset, length: length)
            if let row = try fetch.row(of: file.descriptor, size: size) { return row }
        } catch {
            throw .damaged(path: path, detail: error.explanation)
        }
        throw .damaged(path: path, detail: "there is no row at \(part ?? "") \(offset)+\(length)")
    }

    /// The file with this hash, as it is kept.
    ///
    /// - Throws: `ArchiveFault`.
    package func kept(_ sha256: String) throws(ArchiveFault) -> ArchivedFile {
        guard let path = path(of: sha256), let file = OpenedFile(path, flags: O_RDONLY | O_NOFOLLOW),
            let look = file.look(), look.isRegular
        else { throw .unknown(hash: sha256) }
        return ArchivedFile(sha256: sha256, size: look.identity.size, path: path, source: look.identity)
    }

    /// Where a file with this hash is kept, or would be; nil where the text is no hash.
    package func path(of sha256: String) -> String? {
        guard sha256.utf8.count == 64, let bytes = Hex.bytes(sha256), Hex.text(bytes) == sha256 else { return nil }
        return root + "/" + sha256.prefix(2) + "/" + sha256.dropFirst(2).prefix(2) + "/" + sha256
    }

    /// The kept file with the very bytes of the source.
    private func same(
        as source: borrowing OpenedFile,
        _ identity: FileIdentity,
        among hashes: [String],
        _ progress: (Int64) throws -> Void
    ) throws -> ArchivedFile? {
        for hash in hashes {
            guard let path = path(of: hash), let kept = OpenedFile(path, flags: O_RDONLY | O_NOFOLLOW),
                try source.hasSameBytes(as: kept, count: identity.size, progress),
                let after = source.look(), after.identity.hasSameContent(as: identity)
            else { continue }
            return ArchivedFile(sha256: hash, size: identity.size, path: path, source: identity)
        }
        return nil
    }

    private func keep(_ copy: borrowing IncomingFile, hash: String, size: Int64) throws(ArchiveFault) -> String {
        guard let path = path(of: hash) else { throw .unknown(hash: hash) }
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == size else {
                throw .damaged(path: path, detail: "\(status.st_size) bytes where there were \(size)")
            }
            // Whoever put it there may have been killed before its name was safe.
            try Self.flush(folder: root + "/" + hash.prefix(2) + "/" + hash.dropFirst(2).prefix(2))
            return path
        }
        let outer = root + "/" + hash.prefix(2)
        let inner = outer + "/" + hash.dropFirst(2).prefix(2)
        try Self.create(folder: outer, within: root)
        try Self.create(folder: inner, within: outer)
        try copy.publish(as: path)
        try Self.flush(folder: inner)
        return path
    }

    private static func create(folder: String, within parent: String? = nil) throws(ArchiveFault) {
        guard mkdir(folder, 0o750) == 0 else {
            guard errno == EEXIST else { throw .unwritable(path: folder, detail: systemWord()) }
            return
        }
        if let parent { try flush(folder: parent) }
    }

    /// Makes the names in a folder outlast a loss of power.
    private static func flush(folder: String) throws(ArchiveFault) {
        guard let opened = OpenedFile(folder, flags: O_RDONLY | O_DIRECTORY), fsync(opened.descriptor) == 0 else {
            throw .unwritable(path: folder, detail: systemWord())
        }
    }

    static func refusal(of path: String) -> ArchiveFault {
        switch errno {
        case ENOENT: .vanished(path: path)
        case ELOOP, ENXIO: .notAFile(path: path)
        default: .unreadable(path: path, detail: systemWord())
        }
    }

    static func systemWord() -> String { String(cString: strerror(errno)) }
}
