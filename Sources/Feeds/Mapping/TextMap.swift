/// Texts and what stands for each, found by their bytes without making a string.
final class TextMap: Sendable {
    /// What the entries stand for.
    let values: [[UInt8]]
    /// All keys, one behind the other.
    private let bytes: [UInt8]
    private let keys: [Range<Int>]
    /// Numbers of entries by their hash, or -1; twice as many as entries at least, a power of two.
    private let slots: [Int]

    init(_ pairs: [String: String]) {
        let sorted = pairs.sorted { $0.key < $1.key }
        var size = 4
        while size < sorted.count * 2 { size *= 2 }
        var slots = Array(repeating: -1, count: size)
        var bytes: [UInt8] = []
        var keys: [Range<Int>] = []
        for (number, pair) in sorted.enumerated() {
            let key = Array(pair.key.utf8)
            var slot = Self.hash(key.span) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = number
            keys.append(bytes.count..<(bytes.count + key.count))
            bytes += key
        }
        self.slots = slots
        self.bytes = bytes
        self.keys = keys
        values = sorted.map { Array($0.value.utf8) }
    }

    /// A set: every text stands for itself.
    convenience init(_ texts: [String]) {
        self.init(Dictionary(texts.map { ($0, $0) }) { first, _ in first })
    }

    /// The number of the entry with this key.
    @inline(__always)
    func find(_ text: Span<UInt8>) -> Int? {
        guard !keys.isEmpty else { return nil }
        var slot = Self.hash(text) & (slots.count &- 1)
        while slots[slot] >= 0 {
            if isEqual(text, keys[slots[slot]]) { return slots[slot] }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    @inline(__always)
    private func isEqual(_ text: Span<UInt8>, _ key: Range<Int>) -> Bool {
        guard text.count == key.count else { return false }
        for index in 0..<text.count where text[index] != bytes[key.lowerBound &+ index] { return false }
        return true
    }

    /// FNV-1a: the keys come from the feed's own definition, so nobody can choose them to collide.
    @inline(__always)
    private static func hash(_ text: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<text.count { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash &>> 32))
    }
}
