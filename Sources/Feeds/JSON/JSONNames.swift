import Glibc

/// The names of members as they stood in the row before, in their order.
///
/// Rows of one export are mostly alike. A name that stands where it stood before is known to be sound, and need not be
/// followed character by character: of a short row the names are the larger half.
struct JSONNames {
    /// Of each name a slot: its bytes and the quote behind them, none of which is escaped.
    private var slots: [UInt8] = []
    /// How much of each slot is filled.
    private var lengths: [Int] = []
    /// Which name of the row comes next.
    private var ordinal = 0

    /// Longer names, and more of them, are not remembered.
    private static let slot = 64
    private static let most = 256

    /// Whether names are remembered; else none is ever known.
    private let isLearning: Bool

    init(isLearning: Bool = true) { self.isLearning = isLearning }

    /// Begins another row.
    mutating func restart() { ordinal = 0 }

    /// How many bytes the name that is expected takes here, with its quote; nil where another stands, or part of it.
    @inline(__always)
    mutating func known(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Int? {
        guard ordinal < lengths.count else { return nil }
        let length = lengths[ordinal]
        guard length > 0, index &+ length <= end else { return nil }
        let place = ordinal &* Self.slot
        let isSame = slots.span.withUnsafeBytes { ours in
            bytes.withUnsafeBytes { theirs in
                guard let one = ours.baseAddress, let two = theirs.baseAddress else { return false }
                return memcmp(one + place, two + index, length) == 0
            }
        }
        guard isSame else { return nil }
        ordinal &+= 1
        return length
    }

    /// Remembers what was followed to the quote of a name: all of it, or what stands behind its last escape.
    mutating func learn(_ name: Span<UInt8>) {
        guard isLearning, ordinal < Self.most else { return }
        defer { ordinal += 1 }
        if ordinal == lengths.count {
            lengths.append(0)
            slots.append(contentsOf: repeatElement(0, count: Self.slot))
        }
        guard name.count <= Self.slot else {
            lengths[ordinal] = 0
            return
        }
        lengths[ordinal] = name.count
        for index in name.indices { slots[ordinal * Self.slot + index] = name[index] }
    }
}
