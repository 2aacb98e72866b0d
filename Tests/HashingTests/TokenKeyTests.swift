import Hashing
import Testing

@Suite("Tokens") struct TokenKeyTests {
    /// Key, data and HMAC-SHA-256 of RFC 4231's test cases 1 to 4, 6 and 7; 5 shows truncation and is below.
    static let vectors: [(key: [UInt8], data: [UInt8], code: String)] = [
        (
            Array(repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            Array(repeating: 0xAA, count: 20), Array(repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Array(1...25), Array(repeating: 0xCD, count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            Array(repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            Array(repeating: 0xAA, count: 131),
            Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. The key needs to be \
                hashed before being used by the HMAC algorithm.
                """.utf8
            ),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test("RFC 4231's cases give the codes it lists", arguments: vectors.indices)
    func cases(index: Int) {
        let (key, data, code) = Self.vectors[index]
        #expect(Hex.text(TokenKey(pepper: key).authenticationCode(of: data.span)) == code)
    }

    @Test("sixteen bytes are the beginning of the code, as in RFC 4231's case 5")
    func truncation() {
        let key = TokenKey(pepper: Array(repeating: 0x0C, count: 20))
        let code = key.authenticationCode(of: Array("Test With Truncation".utf8).span)
        #expect(Hex.text(Array(code.prefix(16))) == "a3b6167473100ee06e0c796c2955552b")
    }

    @Test("a token is the truncated code of label, zero byte and value")
    func token() {
        let key = TokenKey(pepper: Array("pepper".utf8))
        let code = key.authenticationCode(of: Array("plate\0湘GA1234".utf8).span)
        let (high, low) = key.token(label: "plate", value: "湘GA1234")
        #expect(Hex.text(high: high, low: low) == Hex.text(Array(code.prefix(16))))
    }

    @Test("label, value and pepper all matter")
    func differences() {
        let key = TokenKey(pepper: [1])
        let token = key.token(label: "phone", value: "1")
        #expect(token == TokenKey(pepper: [1]).token(label: "phone", value: "1"))
        #expect(token != key.token(label: "identity", value: "1"))
        #expect(token != key.token(label: "phone", value: "2"))
        #expect(token != TokenKey(pepper: [2]).token(label: "phone", value: "1"))
    }
}
