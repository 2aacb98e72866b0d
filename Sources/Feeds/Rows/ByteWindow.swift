import Glibc

/// The part of a file that is in memory: read in large pieces, moved along, and never larger than a row may be.
struct ByteWindow: ~Copyable {
    /// The bytes, with room behind them so that whole words can be read up to the last one.
    private(set) var bytes: [UInt8]
    /// How many of the bytes are the file's.
    private(set) var filled = 0
    /// The first byte not yet consumed.
    private(set) var position = 0
    /// Whether the file ends where `filled` ends.
    private(set) var isAtEnd = false
    /// Where in the file `position` stands.
    private(set) var offset: Int64 = 0
    /// The first NUL at or after the last place asked about; -1 before the first question.
    private var nextNUL = -1
    private let source: any ByteSource
    private let measure: ByteMeasure
    private let largest: Int

    /// Room behind the bytes for one whole word.
    private static let slack = MemoryLayout<UInt64>.size

    init(reading source: any ByteSource, size: Int, largest: Int) {
        self.source = source
        measure = source.measure
        self.largest = max(size, largest)
        bytes = Array(repeating: 0, count: max(1, size) + Self.slack)
    }

    private var capacity: Int { bytes.count - Self.slack }

    /// How many bytes of the file stand behind those in the range.
    func length(of range: Range<Int>) -> Int64 { measure.length(of: bytes.span.extracting(range)) }

    mutating func consume(upTo index: Int) {
        let end = max(position, min(index, filled))
        offset += length(of: position..<end)
        position = end
    }

    /// Goes back to a byte consumed since the window was last filled.
    mutating func rewind(to index: Int) {
        let start = max(0, min(index, position))
        offset -= length(of: start..<position)
        position = start
        nextNUL = -1
    }

    /// Brings in more of the file behind what is not yet consumed.
    ///
    /// - Throws: `UnreadableDelivery` where the system cannot read the file.
    mutating func fill() throws(UnreadableDelivery) {
        moveToFront()
        if filled == capacity, capacity < largest {
            let grown = min(capacity * 2, largest)
            bytes.append(contentsOf: repeatElement(0, count: grown - capacity))
        }
        try readUntilFull()
    }

    /// Reads on behind the first `head` bytes of what is not yet consumed, forgetting what followed them but its last
    /// byte, which may be the `\r` of a line end of two bytes.
    ///
    /// Indices from `head` on then speak of the bytes that come next in the file.
    mutating func skip(keeping head: Int) throws(UnreadableDelivery) {
        moveToFront()
        let last = filled - 1
        if last > head {
            offset += length(of: head..<last)
            bytes[head] = bytes[last]
            filled = head + 1
        }
        try readUntilFull()
    }

    /// Whether any of the bytes in the range is NUL, which no text holds. Ranges must be asked about in order.
    mutating func holdsNUL(_ range: Range<Int>) -> Bool {
        if nextNUL < range.lowerBound { nextNUL = findNUL(from: range.lowerBound) }
        return nextNUL < range.upperBound
    }

    private func findNUL(from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, start < filled,
                let found = memchr(base + start, 0, filled - start)
            else { return Int.max }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func moveToFront() {
        guard position > 0 else { return }
        let kept = filled - position
        bytes.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            memmove(base, base + position, kept)
        }
        filled = kept
        position = 0
        nextNUL = -1
    }

    private mutating func readUntilFull() throws(UnreadableDelivery) {
        nextNUL = -1
        let room = capacity
        while filled < room, !isAtEnd {
            let source = source
            let count = try bytes.withUnsafeMutableBytes { buffer in
                Result { () throws(UnreadableDelivery) in
                    try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<room]))
                }
            }.get()
            guard count > 0 else {
                isAtEnd = true
                return
            }
            filled += min(count, room - filled)
        }
    }
}
