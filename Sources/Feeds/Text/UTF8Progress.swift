/// Whether a text that comes in pieces is well-formed UTF-8.
struct UTF8Progress {
    private var isSound = true
    /// The bytes of a character cut in two by the end of a piece.
    private var torn: [UInt8] = []

    /// Whether nothing so far was ill-formed; a character may be unfinished.
    var isSoundSoFar: Bool { isSound }
    /// Whether the text, if it ends here, was well-formed.
    var isSoundAtEnd: Bool { isSound && torn.isEmpty }

    mutating func take(_ bytes: Span<UInt8>) {
        guard isSound else { return }
        var index = 0
        while !torn.isEmpty, index < bytes.count {
            torn.append(bytes[index])
            index += 1
            let length = StrictUTF8.length(of: torn[0])
            guard torn.count < length else {
                isSound = StrictUTF8.isWellFormed(torn.span)
                torn.removeAll(keepingCapacity: true)
                break
            }
        }
        guard isSound, index < bytes.count else { return }
        let end = Self.endOfWhole(bytes)
        let start = min(index, end)
        isSound = StrictUTF8.isWellFormed(bytes.extracting(start..<end))
        for place in max(index, end)..<bytes.count { torn.append(bytes[place]) }
    }

    /// Where the last character begins if the bytes end within it; else their end.
    private static func endOfWhole(_ bytes: Span<UInt8>) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            return StrictUTF8.length(of: byte) > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}
