import Glibc
import Settings

/// What a delivery's file holds: itself, or the members of a packed one.
struct PackedParts {
    private let descriptor: CInt
    /// Bytes of the file as it was delivered.
    private let size: Int64

    /// One file of the feed's format.
    struct Part {
        /// Of the member; nil where the file is one part.
        let name: String?
        let content: Content
    }

    enum Content {
        /// The delivered file itself, at its beginning.
        case file(descriptor: CInt, size: Int64)
        /// What comes out of a packed one.
        case member(any ByteSource)

        var source: any ByteSource {
            switch self {
            case .file(let descriptor, _): FileSource(descriptor)
            case .member(let source): source
            }
        }

        /// Its first bytes, and the same content again.
        ///
        /// - Throws: `UnreadableDelivery` where the source cannot be read.
        func peeked(_ count: Int) throws(UnreadableDelivery) -> (head: [UInt8], content: Content) {
            switch self {
            case .file(let descriptor, _):
                var head = [UInt8](repeating: 0, count: count)
                let read = head.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, 0) }
                guard read >= 0 else { throw .unreadableBytes(code: errno, offset: 0) }
                return (Array(head.prefix(read)), self)
            case .member(let source):
                let beginning = try HeadSource(source, count: count)
                return (beginning.head, .member(beginning))
            }
        }

        /// Lends it as a file, for formats that cannot be read in one go.
        func withFile(_ body: (_ descriptor: CInt, _ size: Int64) throws -> Void) throws {
            switch self {
            case .file(let descriptor, let size): try body(descriptor, size)
            case .member(let source):
                let spooled = try SpooledFile(source)
                try body(spooled.descriptor, spooled.size)
            }
        }
    }

    /// - Parameters:
    ///   - descriptor: open for reading at the start of the file; it stays the caller's to close.
    ///   - size: of the file, in bytes.
    init(_ descriptor: CInt, size: Int64) {
        self.descriptor = descriptor
        self.size = size
    }

    /// Hands on one part after the other.
    ///
    /// - Parameters:
    ///   - packing: as the feed declares it.
    ///   - body: reads the part; what it leaves unread is passed over.
    /// - Throws: `UnreadableDelivery` with the member's name, and what `body` throws.
    func forEach(_ packing: Packing?, _ body: (Part) throws -> Void) throws {
        switch packing {
        case nil: try body(Part(name: nil, content: .file(descriptor: descriptor, size: size)))
        case .gzip: try body(Part(name: nil, content: .member(GzipSource(FileSource(descriptor), size: size))))
        case .zip(let patterns):
            let zip = try ZIPFile(descriptor, size: size)
            for name in try zip.members(patterns) {
                guard let source = try zip.open(name) else { continue }
                do {
                    try body(Part(name: name, content: .member(source)))
                } catch let error as UnreadableDelivery {
                    throw error.of(part: name)
                }
            }
        }
    }
}
