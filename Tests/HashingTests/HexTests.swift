import Hashing
import Testing

@Suite("Hexadecimal digits") struct HexTests {
    @Test("every byte is written and read back")
    func roundTrip() {
        let bytes = Array(0...255) as [UInt8]
        #expect(Hex.bytes(Hex.text(bytes)) == bytes)
        #expect(Hex.bytes(Hex.text(bytes).uppercased()) == bytes)
        #expect(Hex.text([0x0F, 0xA0]) == "0fa0")
    }

    @Test("halves keep their leading zeros")
    func halves() { #expect(Hex.text(high: 1, low: .max) == "0000000000000001ffffffffffffffff") }

    @Test("anything else is refused", arguments: ["a", "0g", "０1", " 00", "0x00", "00 "])
    func refused(text: String) { #expect(Hex.bytes(text) == nil) }

}
