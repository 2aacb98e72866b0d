import Feeds
import Foundation
import Model
import Settings
import Testing

@Suite("What holds for every JSON file")
struct JSONPropertyTests {
    private static let limits = RowLimits(cell: 24, row: 64, columns: 6)
    private static let pieces = [
        "{", "}", "[", "]", ",", ":", "\"no\"", "\"at\"", "\"car\"", "\"plate\"", "1", "-0.5e+3", "true", "null", "\"",
        "\\", "\\u6e58", "湘", " ", "\n", "\"long long long long\"", "{\"no\":1}", "{\"no\":1},", "\n{\"at\":\"x\"}\n",
    ]

    private enum Answer: Equatable {
        case entries([ReadEntry])
        case unreadable(UnreadableDelivery)
    }

    private func answer(_ bytes: [UInt8], _ layout: JSONShape.Layout, size: Int) -> Answer {
        do throws(UnreadableDelivery) {
            return .entries(try readJSON(bytes, layout, limits: Self.limits, bufferSize: size))
        } catch {
            return .unreadable(error)
        }
    }

    private func randomFile(_ random: inout SeededGenerator) -> [UInt8] {
        var text = Bool.random(using: &random) ? "[" : ""
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            text += Self.pieces.randomElement(using: &random) ?? ""
        }
        return Array(text.utf8) + (Bool.random(using: &random) ? Array("]".utf8) : [])
    }

    @Test("the size of the buffer changes nothing", arguments: 0..<40)
    func anyBufferSize(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 4000)
        for _ in 0..<40 {
            let bytes = randomFile(&random)
            for layout in [JSONShape.Layout.document(path: []), .document(path: ["car"]), .lines] {
                let whole = answer(bytes, layout, size: 4096)
                for size in [1, 2, 3, 7, 64, 66, 67] { #expect(answer(bytes, layout, size: size) == whole) }
            }
        }
    }

    @Test("every document the platform's own reader takes is taken, and none it refuses", arguments: 0..<20)
    func agreesWithFoundation(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 5000)
        for _ in 0..<60 {
            let bytes = randomFile(&random)
            let isArray = (try? JSONSerialization.jsonObject(with: Data(bytes))) is [Any]
            let isTaken =
                switch answer(bytes, .document(path: []), size: 64) {
                case .entries: true
                case .unreadable: false
                }
            #expect(isTaken == isArray, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("of lines every byte belongs to one row, one rejection or one blank line", arguments: 0..<20)
    func everyByteOnce(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 6000)
        for _ in 0..<60 {
            let bytes = randomFile(&random)
            guard !bytes.isEmpty else { continue }
            var next: Int64 = 0
            for entry in try readJSON(bytes, .lines, limits: Self.limits) {
                #expect(bytes[Int(next)..<Int(entry.range.lowerBound)].allSatisfy { [0x20, 0x0A].contains($0) })
                #expect(entry.line == Int64(1 + bytes[..<Int(entry.range.lowerBound)].count { $0 == 0x0A }))
                next = entry.range.upperBound
            }
            #expect(bytes[Int(next)...].allSatisfy { [0x20, 0x0A].contains($0) })
        }
    }

    @Test("random bytes never stop the reader", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 7000)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...2000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            for layout in [JSONShape.Layout.document(path: []), .lines] { _ = answer(bytes, layout, size: 100) }
        }
    }
}
