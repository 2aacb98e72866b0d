import Glibc

/// The members of one row as they were followed: their names, and where their values stand.
///
/// Rows of one export are mostly alike. A name that stands where it stood in the row before is known to be sound, and need
/// not be followed character by character: of a short row the names are the larger half. And where all of them stand as
/// before, and their values are plain, nothing has to be looked for a second time.
struct JSONMembers {
    /// Of each name a slot: its bytes and the quote behind them, none of which is escaped.
    private var slots: [UInt8] = []
    /// How much of each slot is filled.
    private var lengths: [Int] = []
    /// Where the value of each member stands within the row; `null` stands nowhere.
    private(set) var values: [SourceCell] = []
    /// The members of the row so far.
    private(set) var count = 0
    /// Whether the row is one object of plain values: no object or array within it, and nothing escaped.
    private(set) var isFlat = false
    /// Another number whenever a name was learned: while it stays, the names are those it was noted with.
    private(set) var edition = 0
    /// The first byte of the row.
    private var start = 0

    /// Longer names, and more of them, are not remembered.
    private static let slot = 64
    private static let most = 256

    /// Whether names are remembered; else none is ever known.
    private let isLearning: Bool

    init(isLearning: Bool = true) { self.isLearning = isLearning }

    /// Begins another row.
    mutating func restart(at index: Int) { (count, isFlat, start) = (0, false, index) }

    /// The row is an object.
    mutating func open() { isFlat = isLearning && count == 0 }

    /// There is something in the row that is not plain.
    mutating func spoil() { isFlat = false }

    /// How many bytes the name that is expected takes here, with its quote; nil where another stands, or part of it.
    @inline(__always)
    mutating func known(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Int? {
        guard count < lengths.count else { return nil }
        let length = lengths[count]
        guard length > 0, index &+ length <= end else { return nil }
        let place = count &* Self.slot
        let isSame = slots.span.withUnsafeBytes { ours in
            bytes.withUnsafeBytes { theirs in
                guard let one = ours.baseAddress, let two = theirs.baseAddress else { return false }
                return memcmp(one + place, two + index, length) == 0
            }
        }
        guard isSame else { return nil }
        count &+= 1
        return length
    }

    /// Remembers what was followed to the quote of a name: all of it, or what stands behind its last escape.
    mutating func learn(_ name: Span<UInt8>) {
        guard isLearning, count < Self.most else { return spoil() }
        defer { count += 1 }
        edition &+= 1
        if count == lengths.count {
            lengths.append(0)
            values.append(.none)
            slots.append(contentsOf: repeatElement(0, count: Self.slot))
        }
        guard name.count <= Self.slot else {
            lengths[count] = 0
            return
        }
        lengths[count] = name.count
        for index in name.indices { slots[count * Self.slot + index] = name[index] }
    }

    /// Notes where the value of the member under way stands.
    @inline(__always)
    mutating func note(_ from: Int, _ end: Int) {
        guard isFlat, count > 0, count <= values.count else { return }
        values[count &- 1] = SourceCell(
            start: UInt32(clamping: from &- start),
            end: UInt32(clamping: end &- start),
            hasDoubledQuotes: false
        )
    }

    /// Notes that the value of the member under way is `null`.
    mutating func noteNull() {
        if isFlat, count > 0, count <= values.count { values[count - 1] = .none }
    }
}
