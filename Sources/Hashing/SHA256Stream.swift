/// SHA-256 of bytes that come in pieces.
package struct SHA256Stream: ~Copyable {
    private var state = CompressionState()

    /// Begins with no bytes.
    package init() {}

    /// Adds the next piece.
    package mutating func update(_ bytes: Span<UInt8>) { bytes.withUnsafeBytes { state.update($0) } }

    /// Adds the next piece.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) { state.update(bytes) }

    /// The 32 bytes of the hash of all pieces together.
    package consuming func finish() -> [UInt8] {
        let words = state.finish()
        return [words.0, words.1, words.2, words.3].flatMap { word in
            withUnsafeBytes(of: word.bigEndian) { [UInt8]($0) }
        }
    }
}
