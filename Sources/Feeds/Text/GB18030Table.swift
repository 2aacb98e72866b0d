/// GB18030 as the C library knows it, laid out so that a character costs one look.
///
/// The two-byte codes and those four-byte codes that stand for the basic plane are asked of `iconv` once per process.
/// The other four-byte codes are, by the standard, the further planes in their order.
final class GB18030Table: Sendable {
    /// The table, or nil where this system has no GB18030.
    static let shared = GB18030Table()

    /// Each code as `PackedCharacter`.
    private let twoBytes: [UInt32]
    private let fourBytes: [UInt32]

    /// First bytes 0x81…0xFE with the 190 second bytes of two-byte codes.
    private static let twoByteCodes = 126 * 190
    /// The code 0xA3A0, counted from 0x8140.
    private static let paddingBlank = 0x22 * 190 + 0x5F
    /// U+3000 in UTF-8.
    private static let ideographicSpace: UInt32 = 0x80_80E3
    /// First bytes 0x81…0x84 in front of 10 × 126 × 10 following ones.
    private static let fourByteCodes = 4 * 12600
    /// The four-byte code 0x90308130, counted from 0x81308130, which is U+10000.
    private static let furtherPlanes = 15 * 12600

    private init?() {
        guard let converter = Converter(from: "GB18030") else { return nil }
        twoBytes = (0..<Self.twoByteCodes).map { index in
            // The WHATWG's Encoding Standard reads this one private-use code as the blank it was typed for.
            if index == Self.paddingBlank { return Self.ideographicSpace }
            return PackedCharacter.packed(converter.character(of: Self.twoByteCode(index), length: 2))
        }
        fourBytes = (0..<Self.fourByteCodes).map {
            PackedCharacter.packed(converter.character(of: Self.fourByteCode($0), length: 4))
        }
    }

    func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) throws(TextFault) {
        // Two bytes become three, and four where they stand for one of the rare characters beyond the basic plane; four
        // become four, one stays one.
        try output.append(addingCapacity: bytes.count &* 2) { text throws(TextFault) in
            try decode(bytes, into: &text)
        }
    }

    private func decode(_ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>) throws(TextFault) {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                guard PlainText.isText(first) else { throw TextFault(.control, at: index) }
                output.append(first)
                index &+= 1
                continue
            }
            let (packed, length) = character(in: bytes, at: index)
            guard packed > PackedCharacter.control else {
                throw TextFault(packed == PackedCharacter.control ? .control : .undecodable, at: index)
            }
            PackedCharacter.append(packed, to: &output)
            index &+= length
        }
    }

    @inline(__always)
    private func character(in bytes: Span<UInt8>, at index: Int) -> (packed: UInt32, length: Int) {
        let first = bytes[index]
        guard first >= 0x81, first <= 0xFE, index &+ 1 < bytes.count else { return (PackedCharacter.undecodable, 1) }
        let second = bytes[index &+ 1]
        guard second >= 0x40 else { return fourByteCharacter(in: bytes, at: index) }
        guard second != 0x7F, second != 0xFF else { return (PackedCharacter.undecodable, 1) }
        let row = (Int(first) &- 0x81) &* 190
        let column = Int(second) &- (second > 0x7F ? 0x41 : 0x40)
        return (twoBytes[row &+ column], 2)
    }

    private func fourByteCharacter(in bytes: Span<UInt8>, at index: Int) -> (packed: UInt32, length: Int) {
        guard index + 3 < bytes.count,
            case 0x30...0x39 = bytes[index + 1], case 0x81...0xFE = bytes[index + 2],
            case 0x30...0x39 = bytes[index + 3]
        else { return (PackedCharacter.undecodable, 1) }
        let high = (Int(bytes[index]) - 0x81) * 10 + Int(bytes[index + 1]) - 0x30
        let code = (high * 126 + Int(bytes[index + 2]) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
        if code < Self.fourByteCodes { return (fourBytes[code], 4) }
        guard code >= Self.furtherPlanes, let scalar = Unicode.Scalar(UInt32(code - Self.furtherPlanes + 0x10000))
        else { return (PackedCharacter.undecodable, 1) }
        return (PackedCharacter.packed(scalar), 4)
    }

    /// A two-byte code by its number, first byte lowest.
    private static func twoByteCode(_ index: Int) -> UInt32 {
        let trail = index % 190
        return UInt32(0x81 + index / 190) | UInt32(trail < 0x3F ? 0x40 + trail : 0x41 + trail) << 8
    }

    /// A four-byte code by its number, first byte lowest.
    private static func fourByteCode(_ index: Int) -> UInt32 {
        let high = UInt32(0x81 + index / 12600) | UInt32(0x30 + index / 1260 % 10) << 8
        return high | UInt32(0x81 + index / 10 % 126) << 16 | UInt32(0x30 + index % 10) << 24
    }
}
