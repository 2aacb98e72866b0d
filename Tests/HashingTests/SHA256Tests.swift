import Hashing
import Testing

@Suite("SHA-256") struct SHA256Tests {
    /// Message and digest from NIST's examples to FIPS 180-4, and of the empty message.
    static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test("NIST's examples hash as NIST says", arguments: vectors)
    func examples(message: String, digest: String) {
        #expect(Hex.text(SHA256.hash(Array(message.utf8))) == digest)
    }

    @Test("a million times the letter a, in pieces of any size", arguments: [1, 63, 64, 65, 1000, 1_000_000])
    func million(size: Int) {
        var stream = SHA256Stream()
        var left = 1_000_000
        while left > 0 {
            let piece = [UInt8](repeating: UInt8(ascii: "a"), count: min(size, left))
            stream.update(piece.span)
            left -= piece.count
        }
        #expect(Hex.text(stream.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("the short hash is the beginning of the long one", arguments: vectors)
    func short(message: String, digest: String) {
        let (high, low) = SHA256.hash16(Array(message.utf8).span)
        #expect(Hex.text(high: high, low: low) == digest.prefix(32))
    }

    @Test("an empty piece changes nothing")
    func empty() {
        var stream = SHA256Stream()
        stream.update(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(Hex.text(stream.finish()) == Self.vectors[0].1)
    }
}
