import Hashing

/// Bytes on their way into the archive from a server. They are deleted with this object unless they were kept.
package final class Reception {
    private let folder: String
    private let source: String
    private let largest: Int64
    /// Made with the first byte: most answers say that nothing is new.
    private var file: IncomingFile?
    private var hash: SHA256Stream? = SHA256Stream()
    /// Bytes so far.
    package private(set) var received: Int64 = 0

    init(in folder: String, source: String, largest: Int64) {
        (self.folder, self.source, self.largest) = (folder, source, largest)
    }

    /// Adds a piece.
    ///
    /// - Throws: `ArchiveFault`.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveFault) {
        let (total, isBeyond) = received.addingReportingOverflow(Int64(bytes.count))
        guard !isBeyond, total <= largest else { throw .tooLarge(path: source, limit: largest) }
        try begin()
        try file?.write(bytes.bindMemory(to: UInt8.self).span)
        hash?.update(bytes)
        received = total
    }

    private func begin() throws(ArchiveFault) {
        if file == nil { file = try IncomingFile(in: folder) }
    }

    /// Lends the file and the hash of all its bytes, once.
    func finish<Value>(
        _ body: (borrowing IncomingFile, String) throws(ArchiveFault) -> Value
    ) throws(ArchiveFault) -> Value {
        try begin()
        guard let ending = hash.take() else { throw .unwritable(path: folder, detail: "it was kept already") }
        let digest = Hex.text(ending.finish())
        switch file {
        case .some(let file): return try body(file, digest)
        case .none: throw .unwritable(path: folder, detail: "it is gone")
        }
    }
}
