import Feeds
import Settings
import TestSupport
import Testing

@Suite("Text is decoded strictly")
struct TextDecoderTests {
    @Test("every ill-formed sequence of UTF-8 is refused at its first byte")
    func strictUTF8() {
        let illFormed: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE8, 0xAE], [0xF0, 0x9F, 0x98], [0xC3], [0xE8, 0x41, 0x80],
            [0xE8, 0xAE, 0x41], [0xF0, 0x9F, 0x98, 0x41],
        ]
        for bytes in illFormed {
            #expect(Decoding.fault([0x61, 0x62] + bytes, .utf8) == TextFault(.undecodable, at: 2), "\(bytes)")
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
            guard let fault = Decoding.fault(bytes, .utf8) else {
                #expect(isValid)
                continue
            }
            #expect(!isValid || fault.kind == .control, "\(bytes)")
        }
    }

    @Test("control characters but tab and line ends are refused as binary")
    func controls() throws {
        #expect(try Decoding.decode(Array("a\tb\r\nc".utf8), .utf8) == "a\tb\r\nc")
        for encoding in TextEncoding.allCases {
            for byte in [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F] as [UInt8] {
                #expect(Decoding.fault(Array("123456789".utf8) + [byte], encoding) == TextFault(.control, at: 9))
            }
        }
        #expect(Decoding.fault([0xC2, 0x85], .utf8)?.kind == .control)
        #expect(Decoding.fault([0x81, 0x30, 0x81, 0x30], .gb18030)?.kind == .control)
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
            let decoded = try? Decoding.decode(Array(line), .big5)
            // A shade of the box drawing of DOS, and signs and radicals no table of the C library has.
            #expect(decoded == text || decoded == nil || decoded == "▓", "\(line): \(decoded ?? "")")
            agreed += decoded == text ? 1 : 0
        }
        #expect(agreed > 18_400, "\(agreed)")
    }

    @Test("sets of one byte a character decode as the C library has them, but for their control characters")
    func singleByte() throws {
        #expect(try Decoding.decode([0x80, 0xE9, 0x41], .windows1252) == "€éA")
        #expect(try Decoding.decode([0xCF, 0xF0, 0xE8], .windows1251) == "При")
        #expect(try Decoding.decode([0xA4], .iso8859x15) == "€")
        #expect(Decoding.fault([0x81], .windows1252)?.kind == .undecodable)
        #expect(Decoding.fault([0x85], .iso8859x1)?.kind == .control)
        #expect(try Decoding.decode([0xA4, 0xA4, 0xA4, 0xE5, 0xA1, 0x41], .big5) == "中文，")
        #expect(Decoding.fault([0x61, 0xA4], .big5) == TextFault(.undecodable, at: 1))
        #expect(Decoding.fault([0xA4, 0x80], .big5)?.kind == .undecodable)
        #expect(Decoding.fault([0xFA, 0x40], .big5) == nil)
    }

    @Test(
        "text that bears the traces of an earlier wrong decoding is refused",
        arguments: [
            "锟斤拷", "姓名锟斤拷锟斤拷", "烫烫烫烫", "a屯屯屯", "M\u{FFFD}ller", "MÃ¼ller", "â€œHalloâ€\u{9D}", "è®¾å¤‡", "20Â°C",
        ]
    )
    func garbled(text: String) {
        let kind = Decoding.fault(Array(text.utf8), .utf8)?.kind
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
        #expect(Decoding.fault(Array(text.utf8), .utf8) == nil)
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
            let fault = Decoding.fault(Array(text.utf8), .utf8)
            #expect(fault == nil || fault?.kind == .control, "\(text)")
        }
    }
}
