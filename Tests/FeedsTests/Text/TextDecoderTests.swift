import Feeds
import Settings
import TestSupport
import Testing

@Suite("Text is decoded strictly")
struct TextDecoderTests {
    private func decode(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> String {
        var output: [UInt8] = []
        try TextDecoder(encoding).decode(bytes.span, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func fault(_ bytes: [UInt8], _ encoding: TextEncoding) -> TextFault? {
        do {
            _ = try decode(bytes, encoding)
            return nil
        } catch {
            return error as? TextFault
        }
    }

    @Test("every ill-formed sequence of UTF-8 is refused at its first byte")
    func strictUTF8() {
        let illFormed: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE8, 0xAE], [0xF0, 0x9F, 0x98], [0xC3], [0xE8, 0x41, 0x80],
            [0xE8, 0xAE, 0x41], [0xF0, 0x9F, 0x98, 0x41],
        ]
        for bytes in illFormed {
            #expect(fault([0x61, 0x62] + bytes, .utf8) == TextFault(.undecodable, at: 2), "\(bytes)")
        }
    }

    @Test("strict UTF-8 agrees with the standard library on random bytes", arguments: 0..<20)
    func agreesWithTheLibrary(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces: [[UInt8]] = [
            [0x41], [0xC3], [0xA9], [0xE8, 0xAE, 0xBE], [0xE0], [0xA0], [0xED], [0x9F], [0xF0], [0x90], [0x8F], [0xF4],
            [0xBF],
            [0xF0, 0x9F, 0x98, 0x80],
        ]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
                pieces.randomElement(using: &random) ?? []
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            guard let fault = fault(bytes, .utf8) else {
                #expect(isValid)
                continue
            }
            #expect(!isValid || fault.kind == .control, "\(bytes)")
        }
    }

    @Test("control characters but tab and line ends are refused as binary")
    func controls() throws {
        #expect(try decode(Array("a\tb\r\nc".utf8), .utf8) == "a\tb\r\nc")
        for encoding in TextEncoding.allCases {
            for byte in [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F] as [UInt8] {
                #expect(fault(Array("123456789".utf8) + [byte], encoding) == TextFault(.control, at: 9))
            }
        }
        #expect(fault([0xC2, 0x85], .utf8)?.kind == .control)
        #expect(fault([0x81, 0x30, 0x81, 0x30], .gb18030)?.kind == .control)
    }

    @Test("printable ASCII needs no copy, whatever its length")
    func printableASCII() throws {
        let decoder = try TextDecoder(.gb18030)
        for length in 0..<40 {
            var bytes = [UInt8](repeating: 0x20, count: length)
            #expect(try decoder.isUTF8Already(bytes.span))
            for place in 0..<length {
                for byte in [0x1F, 0x7F, 0x80, 0xFF] as [UInt8] {
                    bytes[place] = byte
                    #expect(try !decoder.isUTF8Already(bytes.span))
                }
                bytes[place] = 0x7E
            }
        }
    }

    @Test("GB18030 reads back every character of all planes the C library writes")
    func everyCharacter() throws {
        let scalars = (0x20...0xE_FFFF as ClosedRange<UInt32>).lazy
            .filter { !(0x7F...0x9F ~= $0 || 0xE000...0xF8FF ~= $0 || $0 == 0xFFFD) }
            .compactMap(Unicode.Scalar.init)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let bytes = encoded(text, to: "GB18030")
        #expect(bytes.count > 2_000_000)
        #expect(try decode(bytes, .gb18030) == text)
    }

    @Test("a cell of nothing but one character of GB18030, whichever, is decoded: two bytes of rare names become four")
    func expanding() throws {
        #expect(try decode([0xFE, 0x51, 0xFE, 0x51, 0xFE, 0x51], .gb18030) == "\u{20087}\u{20087}\u{20087}")
        for lead in 0x81...0xFE as ClosedRange<UInt8> {
            for trail in 0x40...0xFE as ClosedRange<UInt8> where trail != 0x7F {
                guard let one = try? decode([lead, trail], .gb18030) else { continue }
                let three = [lead, trail, lead, trail, lead, trail]
                // A few of them, side by side, are what UTF-8 read as GB18030 looks like, and are refused for that.
                if fault(three, .gb18030)?.kind == .garbled { continue }
                #expect(try decode(three, .gb18030) == one + one + one)
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
            #expect(fault([0x61] + bytes, .gb18030) == TextFault(.undecodable, at: 1), "\(bytes)")
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
            let decoded = try? decode(Array(line), .gb18030)
            let isPrivate = text.unicodeScalars.contains { 0xE000...0xF8FF ~= $0.value }
            if decoded == text { agreed += 1 } else if isPrivate, decoded == nil { refused += 1 }
            // The C library knows some characters the table of the WHATWG leaves to private use.
            if isPrivate, decoded != nil { newer += 1 }
        }
        #expect(agreed + refused + newer == 23_945)
        #expect(agreed == 21_897 && newer <= 6, "\(agreed) \(refused) \(newer)")
    }

    @Test(
        "Big5 agrees with the table of the WHATWG in all that has one character and Windows does not write otherwise",
        .enabled(if: SharedFolder.has("corpora/encoding_rs/big5_in.txt"), "the folder of public data is not here")
    )
    func publicBig5() throws {
        let lines = (SharedFolder.bytes("corpora/encoding_rs/big5_in.txt") ?? []).split(separator: 0x0A)
        let expected = (SharedFolder.bytes("corpora/encoding_rs/big5_in_ref.txt") ?? []).split(separator: 0x0A)
        #expect(lines.count == expected.count)
        var agreed = 0
        for (line, wanted) in zip(lines, expected) where line.count == 2 && line.first != 0x0D {
            let text = String(decoding: wanted, as: UTF8.self)
            guard text.unicodeScalars.count == 1 else { continue }
            let decoded = try? decode(Array(line), .big5)
            // A shade of the box drawing of DOS, and signs and radicals no table of the C library has.
            #expect(decoded == text || decoded == nil || decoded == "▓", "\(line): \(decoded ?? "")")
            agreed += decoded == text ? 1 : 0
        }
        #expect(agreed > 18_400, "\(agreed)")
    }

    @Test("sets of one byte a character decode as the C library has them, but for their control characters")
    func singleByte() throws {
        #expect(try decode([0x80, 0xE9, 0x41], .windows1252) == "€éA")
        #expect(try decode([0xCF, 0xF0, 0xE8], .windows1251) == "При")
        #expect(try decode([0xA4], .iso8859x15) == "€")
        #expect(fault([0x81], .windows1252)?.kind == .undecodable)
        #expect(fault([0x85], .iso8859x1)?.kind == .control)
        #expect(try decode([0xA4, 0xA4, 0xA4, 0xE5, 0xA1, 0x41], .big5) == "中文，")
        #expect(fault([0x61, 0xA4], .big5) == TextFault(.undecodable, at: 1))
        #expect(fault([0xA4, 0x80], .big5)?.kind == .undecodable)
        #expect(fault([0xFA, 0x40], .big5) == nil)
    }

    @Test(
        "text that bears the traces of an earlier wrong decoding is refused",
        arguments: [
            "锟斤拷", "姓名锟斤拷锟斤拷", "烫烫烫烫", "a屯屯屯", "M\u{FFFD}ller", "MÃ¼ller", "â€œHalloâ€\u{9D}", "è®¾å¤‡", "20Â°C",
        ]
    )
    func garbled(text: String) {
        let kind = fault(Array(text.utf8), .utf8)?.kind
        #expect(kind == .garbled || kind == .control)
        #expect(throws: TextFault.self) { try TextDecoder(.utf8).isUTF8Already(Array(text.utf8).span) }
    }

    @Test(
        "sound text never is",
        arguments: [
            "Müller", "20 °C", "10 £", "“Hallo”", "Ãkerö", "naïve café", "锟斤", "很烫，烫手", "屯", "ÅÍÎÏ", "½ × ¼ = ⅛",
            "été à Â",
        ]
    )
    func sound(text: String) {
        #expect(fault(Array(text.utf8), .utf8) == nil)
    }

    @Test(
        "of public text nothing is refused but control characters",
        .enabled(if: PublicText.isThere, "no public data")
    )
    func publicText() throws {
        let reference = ["gb18030_in_ref", "big5_in_ref"].flatMap { PublicText.lines("corpora/encoding_rs/\($0).txt") }
        let texts = PublicText.naughtyStrings + PublicText.taiwan + reference.filter { !$0.contains("\u{FFFD}") }
        #expect(texts.count > 40_000)
        for text in texts {
            let fault = fault(Array(text.utf8), .utf8)
            #expect(fault == nil || fault?.kind == .control, "\(text)")
        }
    }
}
