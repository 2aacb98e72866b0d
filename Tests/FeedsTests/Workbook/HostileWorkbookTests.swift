import Model
import Settings
import TestSupport
import Testing

@testable import Feeds

@Suite("Hostile workbooks", .serialized)
struct HostileWorkbookTests {
    private func refusal(_ book: XLSXBytes, _ merged: WorkbookShape.Merged = .first) -> UnreadableDelivery? {
        #expect(throws: UnreadableDelivery.self) { try drain(book.file, merged) }
    }

    /// How many rows are read, and how many of them refused.
    @discardableResult
    private func drain(_ bytes: [UInt8], _ merged: WorkbookShape.Merged = .first) throws(UnreadableDelivery) -> [Int] {
        let file = UnnamedFile(bytes)
        let workbook = try OpenedWorkbook.open(file.descriptor, size: Int64(bytes.count))
        guard let sheet = workbook.sheets.first else { return [] }
        let rows = try workbook.rows(of: sheet, fillsMerged: merged == .fill, limits: .standard)
        var counts = [0, 0]
        while try rows.next() {
            counts[0] += 1
            if rows.row.fault != nil { counts[1] += 1 }
        }
        return counts
    }

    @Test(
        "a newer workbook behind a password says so, wherever its container names it",
        arguments: [100, 65_520, 65_536]
    )
    func encrypted(place: Int) {
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
        let container: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0x45, count: place)
        let told = #expect(throws: UnreadableDelivery.self) { try readSheets(container + name + [0, 0]) }
        #expect(told?.explanation.contains("password") == true)
        let other = #expect(throws: UnreadableDelivery.self) { try readSheets(container + name.dropLast(2)) }
        #expect(other?.explanation.contains("no workbook") == true)
    }

    @Test("a million columns cost their row")
    func columns() throws {
        let cells = String(repeating: "<c><v>1</v></c>", count: 1_000_000)
        #expect(try drain(XLSXBytes("<row>\(cells)</row><row><c><v>1</v></c></row>").file) == [2, 1])
    }

    @Test("a million cells that refer to one text of 60 KB")
    func references() {
        var book = XLSXBytes(
            String(
                repeating: "<row>" + String(repeating: "<c t='s'><v>0</v></c>", count: 10) + "</row>",
                count: 100_000
            )
        )
        book.shared = "<si><t>" + String(repeating: "a", count: 60_000) + "</t></si>"
        let refused = refusal(book)
        #expect(refused?.cause == .packing)
        // Not the two gigabytes a plain file may have, but what its own size allows.
        #expect(refused?.explanation.contains("\(2 << 30)") == false)
    }

    @Test("a text of 200 MB in the shared ones")
    func longText() {
        var book = XLSXBytes("<row><c t='s'><v>0</v></c></row>")
        book.shared = "<si><t>" + String(repeating: "a", count: 200 << 20) + "</t></si>"
        #expect(refusal(book)?.cause == .packing)
    }

    @Test("sizes that are made up cost nothing")
    func forged() throws {
        var book = XLSXBytes(
            "<row r='1073741824' spans='1:99999999'><c r='A1073741824' s='99999999999'><v>1</v></c></row>"
        )
        book.shared = "<si><t>a</t></si>"
        #expect(try drain(book.file) == [1, 0])
        book.sheets[0].xml =
            "<row r='99999999999999999999'><c r='ZZZZZZZZZZZZZZZZ1'><v>1</v></c></row><row r='-1'><c r='9'><v>2</v></c></row>"
        #expect(try drain(book.file) == [2, 1])
    }

    @Test("hundreds of thousands of merged ranges, one over another")
    func merged() throws {
        var book = XLSXBytes((1...2000).map { "<row r='\($0)'><c><v>1</v></c></row>" }.joined())
        book.behindRows =
            "<mergeCells>" + String(repeating: "<mergeCell ref='A1:XFD1048576'/>", count: 300_000) + "</mergeCells>"
        #expect(refusal(book, .fill)?.explanation.contains("merged") == true)
        #expect(try drain(book.file) == [2000, 0])
    }

    @Test("a document type or a million elements within one another, in any part")
    func parts() {
        for xml in ["<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", String(repeating: "<a>", count: 1_000_000)] {
            #expect(refusal(XLSXBytes("<?xml version='1.0'?>" + xml))?.cause == .syntax)
            var book = XLSXBytes("<row/>")
            book.shared = xml
            #expect(refusal(book)?.cause == .syntax)
        }
    }

    @Test("bytes of a workbook that are changed never stop the reader", arguments: 0..<12)
    func changedBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 8000)
        var book = XLSXBytes("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46023</v></c></row>")
        book.shared = "<si><t>x</t></si>"
        book.styles = [0, 14]
        book.isDeflated = seed % 2 == 0
        let sound = book.file
        for _ in 0..<60 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            _ = try? drain(bytes, .fill)
            _ = try? drain(Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))))
        }
    }
}
