/// One byte, looked for in eight places at once.
struct BytePattern: Equatable, Sendable {
    private let repeated: UInt64

    private static let sevenBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    init(_ byte: UInt8) { repeated = UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of every byte of `word` that is the one looked for, and no other bit. Exact: no neighbour's carry
    /// ever reaches a byte.
    @inline(__always)
    func matches(in word: UInt64) -> UInt64 {
        let difference = word ^ repeated
        let carried = (difference & Self.sevenBits) &+ Self.sevenBits
        return ~(carried | difference | Self.sevenBits)
    }
}
