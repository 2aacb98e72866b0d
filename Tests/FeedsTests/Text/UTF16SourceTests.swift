import Feeds
import Settings
import TestSupport
import Testing

@Suite("UTF-16 becomes UTF-8 on its way in")
struct UTF16SourceTests {
    private func read(_ bytes: [UInt8], _ encoding: TextEncoding, pieces: Int = 3) throws -> [UInt8] {
        let source = UTF16Source(PieceSource(bytes, size: pieces), encoding: encoding, pieceSize: pieces)
        var buffer = [UInt8](repeating: 0, count: 5)
        var text: [UInt8] = []
        while true {
            let count = try buffer.withUnsafeMutableBytes { bytes in
                Result { () throws(UnreadableDelivery) in try source.read(into: bytes) }
            }.get()
            guard count > 0 else { return text }
            text += buffer.prefix(count)
        }
    }

    @Test("every character comes through, wherever pieces are cut", arguments: 1...5)
    func characters(pieces: Int) throws {
        let text = "a,设备\r\n\"é😀\",𠀀\u{0}\n"
        #expect(try read(encoded(text, to: "UTF-16LE"), .utf16LittleEndian, pieces: pieces) == Array(text.utf8))
        #expect(try read(encoded(text, to: "UTF-16BE"), .utf16BigEndian, pieces: pieces) == Array(text.utf8))
        let marked = Array(("\u{FEFF}" + text).utf8)
        #expect(try read([0xFF, 0xFE] + encoded(text, to: "UTF-16LE"), .utf16, pieces: pieces) == marked)
        #expect(try read([0xFE, 0xFF] + encoded(text, to: "UTF-16BE"), .utf16, pieces: pieces) == marked)
    }

    @Test("half a pair and half a unit become what is no UTF-8")
    func torn() throws {
        #expect(try read([0x00, 0xD8, 0x61, 0x00], .utf16LittleEndian) == [0xED, 0xA0, 0x80, 0x61])
        #expect(try read([0x61, 0x00, 0x00, 0xDC], .utf16LittleEndian) == [0x61, 0xED, 0xB0, 0x80])
        #expect(try read([0x61, 0x00, 0x00, 0xD8], .utf16LittleEndian) == [0x61, 0xED, 0xA0, 0x80])
        #expect(try read([0x61, 0x00, 0x62], .utf16LittleEndian) == [0x61, 0xFF])
    }

    @Test("a missing mark, and one of the other order, are refused")
    func marks() throws {
        #expect(throws: UnreadableDelivery.self) { try read([0x61, 0x00], .utf16) }
        #expect(throws: UnreadableDelivery.self) { try read([0xFE, 0xFF, 0x00, 0x61], .utf16LittleEndian) }
        #expect(throws: UnreadableDelivery.self) { try read([0xFF, 0xFE, 0x61, 0x00], .utf16BigEndian) }
        #expect(try read([], .utf16) == [])
    }
}
