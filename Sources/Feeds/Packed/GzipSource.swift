import CZlib
import Glibc

/// The content of a gzip file, unpacked as it is read. Several gzip streams behind one another are one content.
///
/// zlib itself, for it compares checksum and length at the end of each stream, which libarchive's filter leaves out.
package final class GzipSource: ByteSource {
    private let source: any ByteSource
    private let account: UnpackingAccount
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var isBetweenStreams = false
    private var isAtEnd = false

    static let signature: [UInt8] = [0x1F, 0x8B]
    private static let inputSize = 1 << 16

    /// - Parameters:
    ///   - source: the packed bytes.
    ///   - size: of the packed file, in bytes.
    ///   - limits: how much may come out.
    /// - Throws: `UnreadableDelivery` where the bytes are no gzip.
    package init(_ source: any ByteSource, size: Int64, limits: PackedLimits = .standard) throws(UnreadableDelivery) {
        self.source = source
        account = UnpackingAccount(packed: size, limits: limits)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: Self.inputSize, alignment: 16)
        guard docket_inflate_gzip_init(stream) == Z_OK else { throw .noTemporaryFile(code: "zlib") }
        try refill()
        let head = UnsafeRawBufferPointer(rebasing: input.prefix(Int(stream.pointee.avail_in)))
        guard !head.isEmpty else { throw .emptyFile }
        guard head.starts(with: Self.signature) else { throw .notPacked(as: "GZIP") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        guard let output = buffer.baseAddress, !buffer.isEmpty else { return 0 }
        let room = min(buffer.count, 1 << 30)
        stream.pointee.next_out = output.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(room)
        while !isAtEnd, stream.pointee.avail_out == room { try step() }
        let count = room - Int(stream.pointee.avail_out)
        try account.add(count)
        return count
    }

    private func step() throws(UnreadableDelivery) {
        if stream.pointee.avail_in == 0 { try refill() }
        if isBetweenStreams {
            guard try !skipPadding() else { return }
            guard inflateReset(stream) == Z_OK else { throw damaged() }
            isBetweenStreams = false
        }
        guard stream.pointee.avail_in > 0 else { throw .damagedPacking("it ends within the content") }
        switch inflate(stream, Z_NO_FLUSH) {
        case Z_OK, Z_BUF_ERROR: return
        case Z_STREAM_END: isBetweenStreams = true
        default: throw damaged()
        }
    }

    /// Passes over the zeros some writers fill blocks with.
    ///
    /// - Returns: whether there is nothing left to be unpacked for now.
    private func skipPadding() throws(UnreadableDelivery) -> Bool {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        guard stream.pointee.avail_in == 0 else { return false }
        try refill()
        isAtEnd = stream.pointee.avail_in == 0
        return true
    }

    private func refill() throws(UnreadableDelivery) {
        let count = try source.read(into: input)
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_in = uInt(count)
    }

    private func damaged() -> UnreadableDelivery {
        .damagedPacking(stream.pointee.msg.map { String(cString: $0) } ?? "inflate")
    }
}
