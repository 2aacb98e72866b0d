import Feeds
import Settings
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
        for (line, wanted) in zip(lines, expected) {
            let text = String(decoding: wanted, as: UTF8.self)
            let isPrivate = text.unicodeScalars.contains { 0xE000...0xF8FF ~= $0.value }
            let decoded = try? decode(Array(line), .gb18030)
            // The C library knows six characters the older table of the WHATWG leaves to private use.
            #expect(decoded == text || isPrivate)
        }
    }
}
