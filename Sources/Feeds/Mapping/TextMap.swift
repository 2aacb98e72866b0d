/// Texts and what stands for each, found by their bytes without making a string.
struct TextMap: Sendable {
    /// What the entries stand for.
    private(set) var values: [[UInt8]] = []
    /// All keys, one behind the other.
    private var bytes: [UInt8] = []
    private var keys: [Range<Int>] = []
    /// Numbers of entries by their hash, or -1; twice as many as entries at least, a power of two.
    private var slots: [Int]

    init(_ pairs: [String: String]) {
        var size = 4
        while size < pairs.count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) { add(Array(key.utf8), Array(value.utf8)) }
    }

    /// A set: every text stands for itself.
    init(_ texts: [String]) {
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

    private mutating func add(_ key: [UInt8], _ value: [UInt8]) {
        guard find(key.span) == nil else { return }
        let start = bytes.count
        bytes += key
        keys.append(start..<bytes.count)
        values.append(value)
        var slot = Self.hash(key.span) & (slots.count &- 1)
        while slots[slot] >= 0 { slot = (slot &+ 1) & (slots.count &- 1) }
        slots[slot] = keys.count - 1
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
