import Feeds
import Model
import Settings
import Testing

@Suite("A delivery that is no CSV of its feed is refused as a whole")
struct UnreadableDeliveryTests {
    private func refusal(_ bytes: [UInt8], _ dialect: CSVDialect = .plain()) -> UnreadableDelivery? {
        do throws(UnreadableDelivery) {
            _ = try read(bytes, dialect)
            return nil
        } catch {
            return error
        }
    }

    private func refusal(_ text: String, _ dialect: CSVDialect = .plain()) -> UnreadableDelivery? {
        refusal(Array(text.utf8), dialect)
    }

    @Test("an empty file, or one with a byte-order mark only")
    func empty() {
        #expect(refusal("")?.cause == .empty)
        #expect(refusal("\u{FEFF}")?.cause == .empty)
    }

    @Test("fewer lines than the header needs, or an empty one in its place")
    func headerMissing() {
        #expect(refusal("title\n", .plain(headerRow: 3))?.cause == .headerMissing)
        #expect(refusal("title\n\na,b\n", .plain(headerRow: 2))?.cause == .headerMissing)
    }

    @Test("a name that stands twice, or none at all, is named with its line")
    func names() {
        let twice = refusal("t\na,b, a\n1,2,3\n", .plain(headerRow: 2))
        #expect(twice?.cause == .duplicateColumn)
        #expect(twice?.line == 2)
        #expect(twice?.explanation.contains("columns 1 and 3") == true)
        #expect(refusal("a,,c\n")?.cause == .unnamedColumn)
        #expect(refusal("a,b,\n")?.explanation.contains("column 3") == true)
    }

    @Test("a header that is no row")
    func headerBroken() {
        #expect(refusal("a,\"b\n1,2\n")?.cause == .headerBroken)
        #expect(refusal("a,x\"b\n1,2\n")?.cause == .headerBroken)
    }

    @Test("other formats are called by their name")
    func otherFormats() {
        #expect(refusal([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])?.explanation.contains("XLSX") == true)
        #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])?.explanation.contains(".xls") == true)
        #expect(refusal("%PDF-1.7\n")?.explanation.contains("PDF") == true)
        #expect(refusal([0x1F, 0x8B, 0x08])?.explanation.contains("gzip") == true)
        #expect(refusal([0x61, 0x00, 0x62, 0x00])?.explanation.contains("UTF-16") == true)
        #expect(refusal("a,b\u{0}\n1,2\n")?.cause == .otherFormat)
    }

    @Test("another character set is named, with what to set")
    func characterSets() {
        #expect(refusal([0xFF, 0xFE, 0x61, 0x00])?.cause == .encoding)
        let gbk: [UInt8] = [0xC9, 0xE8, 0xB1, 0xB8, 0x2C, 0x62, 0x0A]
        #expect(refusal(gbk)?.remedy.contains("csv.encoding to it") == true)
        #expect(refusal(gbk, .plain(encoding: .gb18030)) == nil)
        #expect(refusal("\u{FEFF}a,b\n", .plain(encoding: .gb18030))?.remedy.contains("utf-8") == true)
    }
}
