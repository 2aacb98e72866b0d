import Feeds
import Model
import Settings
import Testing

@Suite("What holds for every file")
struct CSVPropertyTests {
    private static let limits = RowLimits(cell: 24, row: 64, columns: 6)
    private static let alphabet: [[UInt8]] = [
        Array("a".utf8), Array("1".utf8), Array("设".utf8), Array(",".utf8), Array(",".utf8), Array("\"".utf8),
        Array("\"\"".utf8), Array("\n".utf8), Array("\r".utf8), Array("\r\n".utf8), Array(" ".utf8), [0x00], [0xFF],
        Array(";".utf8), Array("=\"".utf8), Array("\t".utf8), Array("long long long".utf8),
    ]

    /// What a row may consist of that says nothing.
    private static let blank = Set("\r\n \t,\"=".utf8)

    private func randomFile(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array("a,b\n".utf8)
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            bytes += Self.alphabet.randomElement(using: &random) ?? []
        }
        return bytes
    }

    @Test("every byte behind the header belongs to one row, one rejection or one row of blanks", arguments: 0..<40)
    func everyByteOnce(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let bytes = randomFile(&random)
            var next: Int64 = 4
            var lines = 2
            for entry in try read(bytes, limits: Self.limits) {
                let between = bytes[Int(next)..<Int(entry.range.lowerBound)]
                #expect(between.allSatisfy(Self.blank.contains))
                lines += Self.lineEnds(in: bytes[Int(next)..<Int(entry.range.lowerBound)])
                #expect(entry.line == Int64(lines))
                #expect(!entry.range.isEmpty)
                lines += Self.lineEnds(in: bytes[Int(entry.range.lowerBound)..<Int(entry.range.upperBound)])
                next = entry.range.upperBound
            }
            #expect(bytes[Int(next)...].allSatisfy(Self.blank.contains))
        }
    }

    @Test("the size of the buffer changes nothing", arguments: 0..<40)
    func anyBufferSize(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        for _ in 0..<30 {
            let bytes = randomFile(&random)
            let whole = try read(bytes, limits: Self.limits)
            for size in [1, 2, 3, 7, 63, 64, 66, 67, Int.random(in: 1...200, using: &random)] {
                #expect(try read(bytes, limits: Self.limits, bufferSize: size) == whole)
            }
        }
    }

    @Test("random bytes of any kind never stop the reader", arguments: 0..<40)
    func randomBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 2000)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try? read(bytes, limits: Self.limits)
            _ = try? read(Array("a,b\n".utf8) + bytes, .plain(encoding: .gb18030))
        }
    }

    @Test("what is written in any dialect reads back the same", arguments: [",", ";", "\t", "|"])
    func roundTrip(delimiter: String) throws {
        var random = SeededGenerator(seed: 7)
        let dialect = CSVDialect.plain(Character(delimiter))
        let pieces = ["", "a", "设备", "\"", "\n", "\r", delimiter, " ", "0.12", "x y"]
        for _ in 0..<400 {
            let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...4, using: &random))
                        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                }
            }
            let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let text = ([["a", "b", "c"]] + rows).map { row in
                row.map { Self.written($0, delimiter, always: Bool.random(using: &random)) }.joined(
                    separator: delimiter
                )
            }
            let bytes = Array((text.joined(separator: end) + end).utf8)
            let spoken = rows.filter { row in
                !row.allSatisfy { $0.unicodeScalars.allSatisfy { " \r\n\t".unicodeScalars.contains($0) } }
            }
            #expect(try read(bytes, dialect).map(\.summary) == spoken)
        }
    }

    private static func written(_ value: String, _ delimiter: String, always: Bool) -> String {
        let needsQuotes = value.unicodeScalars.contains { "\"\r\n\(delimiter)".unicodeScalars.contains($0) }
        guard needsQuotes || always else { return value }
        let doubled = value.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }

    /// Line ends counted another way: every `\n`, and every `\r` no `\n` follows.
    private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.indices.count { index in
            bytes[index] == 0x0A || bytes[index] == 0x0D && !bytes[(index + 1)...].starts(with: [0x0A])
        }
    }
}
