/// A source whose first bytes can be looked at before it is read.
final class HeadSource: ByteSource {
    /// As many of the first bytes as were asked for, or all there are.
    let head: [UInt8]
    private let rest: any ByteSource
    private var given = 0

    /// - Throws: `UnreadableDelivery` where the source cannot be read.
    init(_ source: any ByteSource, count: Int) throws(UnreadableDelivery) {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            var span = bytes.mutableSpan
            let start = filled
            let more = try span.withUnsafeMutableBytes { (buffer) throws(UnreadableDelivery) in
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
            }
            guard more > 0 else { break }
            filled += more
        }
        head = Array(bytes.prefix(filled))
        rest = source
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(UnreadableDelivery) -> Int {
        guard given < head.count else { return try rest.read(into: buffer) }
        let count = min(buffer.count, head.count - given)
        head.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<(given + count)])) }
        given += count
        return count
    }
}
