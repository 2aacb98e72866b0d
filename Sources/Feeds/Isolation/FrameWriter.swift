import Glibc
import Model

/// Writes frames to a pipe, many at a time.
struct FrameWriter: ~Copyable {
    private let descriptor: CInt
    private var buffer: [UInt8] = []

    /// Bytes written at once.
    private static let pieceSize = 256 << 10

    /// - Parameter descriptor: the pipe's; it stays the caller's to close.
    init(_ descriptor: CInt) {
        self.descriptor = descriptor
        buffer.reserveCapacity(Self.pieceSize * 2)
    }

    /// The other end is gone: whoever wanted to know has ended.
    struct ReaderGone: Error {}

    /// Writes one frame, whose content `fill` appends.
    ///
    /// - Throws: `ReaderGone`.
    mutating func frame(_ kind: FrameKind, _ fill: (inout [UInt8]) -> Void) throws(ReaderGone) {
        buffer.append(kind.rawValue)
        let lengthAt = buffer.count
        buffer.append(contentsOf: [0, 0, 0, 0])
        fill(&buffer)
        let length = UInt32(clamping: buffer.count - lengthAt - 4)
        withUnsafeBytes(of: length.littleEndian) { bytes in
            for (index, byte) in bytes.enumerated() { buffer[lengthAt + index] = byte }
        }
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// - Throws: `ReaderGone`.
    mutating func flush() throws(ReaderGone) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                bytes.baseAddress.map { write(descriptor, $0 + written, bytes.count - written) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ReaderGone() }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

extension Array where Element == UInt8 {
    /// Appends a number as its bytes, the lowest first.
    @inline(__always)
    mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends bytes behind their count in four bytes.
    @inline(__always)
    mutating func append(counted bytes: some Collection<UInt8>) {
        append(number: UInt32(clamping: bytes.count))
        append(contentsOf: bytes)
    }
}
