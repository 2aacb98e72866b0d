/// Takes numbers and texts out of the content of one frame, and believes none of them: the process that wrote it may have
/// been led astray by the file it read.
struct FrameCursor: ~Copyable {
    private var position: Int
    private let end: Int

    /// The content is not what its kind promises.
    struct Malformed: Error {}

    /// - Parameter range: where the content stands in the bytes given to each step.
    init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position == end }

    @inline(__always)
    mutating func number<Number: FixedWidthInteger>(
        _ type: Number.Type,
        in bytes: Span<UInt8>
    ) throws(Malformed) -> Number {
        let size = MemoryLayout<Number>.size
        guard end - position >= size, end <= bytes.count else { throw Malformed() }
        let at = position
        position += size
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Number.self)) }
    }

    /// Where counted bytes stand.
    mutating func counted(in bytes: Span<UInt8>) throws(Malformed) -> Range<Int> {
        let count = Int(try number(UInt32.self, in: bytes))
        guard count <= end - position else { throw Malformed() }
        defer { position += count }
        return position..<(position + count)
    }

    mutating func text(in bytes: Span<UInt8>) throws(Malformed) -> String {
        let range = try counted(in: bytes)
        return bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// What is left of it.
    mutating func rest() -> Range<Int> {
        defer { position = end }
        return position..<end
    }
}
