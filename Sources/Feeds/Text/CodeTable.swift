/// A character set of one or two bytes a character, as the C library knows it, laid out so that a character costs one
/// look. What is ASCII stands for itself.
final class CodeTable: Sendable {
    /// For each byte from 0x80 on.
    private let single: [UInt32]
    /// First bytes 0x81…0xFE with second bytes 0x40…0xFE; empty where there are no characters of two bytes.
    private let double: [UInt32]

    private static let seconds = 191

    /// Big5 as Windows writes it (code page 950), and where that has nothing, as the Encoding Standard reads it: with the
    /// supplement of Hong Kong and the extensions of ETEN.
    static let big5 = CodeTable(of: ["CP950", "BIG5-HKSCS"], isDouble: true)

    /// - Parameters:
    ///   - names: as the C library calls the set; of a code the first does not know, the next is asked.
    ///   - isDouble: whether it has characters of two bytes.
    /// Nil where this system knows none of them.
    init?(of names: [String], isDouble: Bool) {
        var single = Array(repeating: PackedCharacter.undecodable, count: 128)
        var double: [UInt32] = isDouble ? Array(repeating: PackedCharacter.undecodable, count: 126 * Self.seconds) : []
        var isKnown = false
        for name in names {
            guard let converter = Converter(from: name) else { continue }
            isKnown = true
            for index in single.indices where single[index] == PackedCharacter.undecodable {
                single[index] = PackedCharacter.packed(converter.character(of: UInt32(0x80 + index), length: 1))
            }
            for index in double.indices where double[index] == PackedCharacter.undecodable {
                let code = UInt32(0x81 + index / Self.seconds) | UInt32(0x40 + index % Self.seconds) << 8
                double[index] = PackedCharacter.packed(converter.character(of: code, length: 2))
            }
        }
        guard isKnown else { return nil }
        self.single = single
        self.double = double
    }

    func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) throws(TextFault) {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                guard PlainText.isText(first) else { throw TextFault(.control, at: index) }
                output.append(first)
                index &+= 1
                continue
            }
            var packed = single[Int(first & 0x7F)]
            var length = 1
            if packed == PackedCharacter.undecodable, !double.isEmpty {
                packed = pair(in: bytes, at: index)
                length = 2
            }
            guard packed > PackedCharacter.control else {
                throw TextFault(packed == PackedCharacter.control ? .control : .undecodable, at: index)
            }
            PackedCharacter.append(packed, to: &output)
            index &+= length
        }
    }

    @inline(__always)
    private func pair(in bytes: Span<UInt8>, at index: Int) -> UInt32 {
        let first = bytes[index]
        guard first >= 0x81, first <= 0xFE, index &+ 1 < bytes.count else { return PackedCharacter.undecodable }
        let second = bytes[index &+ 1]
        guard second >= 0x40, second <= 0xFE else { return PackedCharacter.undecodable }
        return double[(Int(first) &- 0x81) &* Self.seconds &+ Int(second) &- 0x40]
    }
}
