import Feeds
import Settings
import TestSupport
import Testing

@Suite("GB18030 is decoded exactly")
struct GB18030Tests {
    @Test("GB18030 reads back every character of all planes the C library writes")
    func everyCharacter() throws {
        let scalars = (0x20...0xE_FFFF as ClosedRange<UInt32>).lazy
            .filter { !(0x7F...0x9F ~= $0 || 0xE000...0xF8FF ~= $0 || $0 == 0xFFFD) }
            .compactMap(Unicode.Scalar.init)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let bytes = encoded(text, to: "GB18030")
        #expect(bytes.count > 2_000_000)
        #expect(try Decoding.decode(bytes, .gb18030) == text)
    }

    @Test("a cell of nothing but one character of GB18030, whichever, is decoded: two bytes of rare names become four")
    func expanding() throws {
        #expect(try Decoding.decode([0xFE, 0x51, 0xFE, 0x51, 0xFE, 0x51], .gb18030) == "\u{20087}\u{20087}\u{20087}")
        for lead in 0x81...0xFE as ClosedRange<UInt8> {
            for trail in 0x40...0xFE as ClosedRange<UInt8> where trail != 0x7F {
                guard let one = try? Decoding.decode([lead, trail], .gb18030) else { continue }
                let three = [lead, trail, lead, trail, lead, trail]
                // A few of them, side by side, are what UTF-8 read as GB18030 looks like, and are refused for that.
                if Decoding.fault(three, .gb18030)?.kind == .garbled { continue }
                #expect(try Decoding.decode(three, .gb18030) == one + one + one)
            }
        }
    }

    @Test("what GB18030 leaves undefined, unfinished or to private use is refused")
    func refused() {
        let refused: [[UInt8]] = [
            [0x80], [0xFF], [0x81], [0x81, 0x20], [0x81, 0x7F], [0x81, 0xFF], [0x81, 0x30], [0x81, 0x30, 0x81],
            [0x81, 0x30, 0x20, 0x30], [0x81, 0x30, 0x81, 0x20], [0xFE, 0x39, 0xFE, 0x39], [0x85, 0x30, 0x81, 0x30],
            [0xAA, 0xA1], [0xF8, 0xA1], [0xA1, 0x40], [0xE3, 0x32, 0x9A, 0x36], [0x84, 0x31, 0xA4, 0x37],
        ]
        for bytes in refused {
            #expect(Decoding.fault([0x61] + bytes, .gb18030) == TextFault(.undecodable, at: 1), "\(bytes)")
        }
    }

    @Test(
        "GB18030 agrees with the table of the WHATWG in all it does not leave to private use",
        .enabled(if: SharedFolder.has("corpora/encoding_rs/gb18030_in.txt"), "the folder of public data is not here")
    )
    func publicTable() throws {
        let input = SharedFolder.bytes("corpora/encoding_rs/gb18030_in.txt") ?? []
        let reference = SharedFolder.bytes("corpora/encoding_rs/gb18030_in_ref.txt") ?? []
        let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
        let expected = reference.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(lines.count == expected.count)
        var (agreed, refused, newer) = (0, 0, 0)
        for (line, wanted) in zip(lines, expected) {
            let text = String(decoding: wanted, as: UTF8.self)
            let decoded = try? Decoding.decode(Array(line), .gb18030)
            let isPrivate = text.unicodeScalars.contains { 0xE000...0xF8FF ~= $0.value }
            if decoded == text { agreed += 1 } else if isPrivate, decoded == nil { refused += 1 }
            // The C library knows some characters the table of the WHATWG leaves to private use.
            if isPrivate, decoded != nil { newer += 1 }
        }
        #expect(agreed + refused + newer == 23_945)
        #expect(agreed == 21_897 && newer <= 6, "\(agreed) \(refused) \(newer)")
    }
}
