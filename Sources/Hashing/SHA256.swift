import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that are all at hand.
package enum SHA256 {
    /// The 32 bytes of the hash.
    package static func hash(_ bytes: Span<UInt8>) -> [UInt8] {
        var stream = SHA256Stream()
        stream.update(bytes)
        return stream.finish()
    }

    /// The 32 bytes of the hash.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] { hash(bytes.span) }

    /// The first sixteen bytes of the hash as two big-endian halves, without allocating.
    package static func hash16(_ bytes: Span<UInt8>) -> (high: UInt64, low: UInt64) {
        var state = CompressionState()
        bytes.withUnsafeBytes { state.update($0) }
        let words = state.finish()
        return (words.0, words.1)
    }
}
