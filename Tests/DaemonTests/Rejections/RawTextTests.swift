import Daemon
import Settings
import Testing

@Suite("A rejected row as people may read it")
struct RawTextTests {
    @Test("its shape shows how it is built and nothing of what it says")
    func shape() {
        let row = Array("JC01,7,2025/3/3,\"张三丰\",湘G12345,13812345678, z·o\r\n".utf8)
        #expect(RawText.shape(row, as: .utf8) == "AA99,9,9999/9/9,\"某某某\",某A99999,99999999999, a·a")
    }

    @Test("text of another character set is shown as text, bytes that are none by their numbers")
    func characterSet() {
        let row: [UInt8] = [0xD5, 0xC5, 0x2C, 0x31]
        #expect(RawText.clear(row, as: .gb18030) == "张,1")
        #expect(RawText.shape(row, as: .gb18030) == "某,9")
        #expect(RawText.clear(row, as: .utf8) == #"\xD5\xC5,1"#)
        #expect(RawText.clear(Array("a,张".utf8), as: nil) == "a,张")
    }

    @Test("nothing in it reaches the terminal as a command, or turns the writing round")
    func terminal() {
        let row = Array("a\u{1B}[2J\u{202E}b\tc\u{7}\nd".utf8)
        #expect(RawText.clear(row, as: .utf8) == #"a\u{1B}[2J\u{202E}b\tc\u{7}\u{A}d"#)
        for text in [RawText.clear(row, as: .utf8), RawText.shape(row, as: .utf8)] {
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
        }
    }
}
