import Glibc

/// A part laid down in a file without a name, for formats that cannot be read in one go. It is gone with this value.
struct SpooledFile: ~Copyable {
    private let file: OpenedFile
    /// Bytes.
    let size: Int64

    var descriptor: CInt { file.descriptor }

    /// Takes the whole source.
    ///
    /// - Throws: `UnreadableDelivery` where the source cannot be read, or there is no room for it.
    init(_ source: any ByteSource) throws(UnreadableDelivery) {
        let file = OpenedFile(owning: try Self.create())
        size = try Self.copy(source, to: file.descriptor)
        self.file = file
    }

    private static func copy(_ source: any ByteSource, to descriptor: CInt) throws(UnreadableDelivery) -> Int64 {
        var total: Int64 = 0
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            var span = piece.mutableSpan
            let count = try span.withUnsafeMutableBytes { (buffer) throws(UnreadableDelivery) in
                let count = try source.read(into: buffer)
                try Self.write(UnsafeRawBufferPointer(rebasing: buffer.prefix(count)), to: descriptor)
                return count
            }
            guard count > 0 else { return total }
            total += Int64(count)
        }
    }

    private static func create() throws(UnreadableDelivery) -> CInt {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let unnamed = open(folder, O_RDWR | __O_TMPFILE | O_DIRECTORY | O_CLOEXEC, 0o600)
        if unnamed >= 0 { return unnamed }
        // Some file systems have no files without a name.
        var name = Array((folder + "/docket-XXXXXX").utf8CString)
        let named = mkstemp(&name)
        guard named >= 0 else { throw .noTemporaryFile(code: String(cString: strerror(errno))) }
        unlink(name)
        _ = fcntl(named, F_SETFD, FD_CLOEXEC)
        return named
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) throws(UnreadableDelivery) {
        var left = bytes
        while !left.isEmpty {
            let count = Glibc.write(descriptor, left.baseAddress, left.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .noTemporaryFile(code: String(cString: strerror(errno))) }
            left = UnsafeRawBufferPointer(rebasing: left.dropFirst(count))
        }
    }
}
