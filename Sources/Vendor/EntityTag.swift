import Simulation

/// By what a page is known again (RFC 9110 §8.8.3): its length and a hash of its bytes.
struct EntityTag {
    let text: String

    init(_ page: Platform.Page) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in page.bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        text = "\"\(page.bytes.count)-\(String(hash, radix: 16))\""
    }
}
