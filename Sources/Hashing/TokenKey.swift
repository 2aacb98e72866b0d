import CCrypto

/// The secret with which personal values are turned into tokens: HMAC-SHA-256 (RFC 2104), cut to sixteen bytes.
///
/// The states after the inner and the outer key block are kept, so that a token costs two compressions.
package struct TokenKey: Sendable {
    private let inner: CompressionState
    private let outer: CompressionState

    /// - Parameter pepper: The secret, of any length; more than 64 bytes are hashed first.
    package init(pepper: [UInt8]) {
        var block = pepper.count > Int(SHA256_CBLOCK) ? SHA256.hash(pepper) : pepper
        block += [UInt8](repeating: 0, count: Int(SHA256_CBLOCK) - block.count)
        inner = Self.state(after: block, masked: 0x36)
        outer = Self.state(after: block, masked: 0x5C)
    }

    /// The token of `value` among values of the kind `label`.
    ///
    /// The hashed message is the label, a zero byte and the value, so that an identity number and a telephone number
    /// with the same digits share nothing.
    package func token(label: StaticString, value: Span<UInt8>) -> (high: UInt64, low: UInt64) {
        var state = inner
        label.withUTF8Buffer { state.update(UnsafeRawBufferPointer($0)) }
        withUnsafeBytes(of: 0 as UInt8) { state.update($0) }
        value.withUnsafeBytes { state.update($0) }
        let words = finish(state)
        return (words.0, words.1)
    }

    /// The token of a text's UTF-8 bytes.
    package func token(label: StaticString, value: String) -> (high: UInt64, low: UInt64) {
        token(label: label, value: value.utf8Span.span)
    }

    /// The whole HMAC of a message, 32 bytes.
    package func authenticationCode(of message: Span<UInt8>) -> [UInt8] {
        var state = inner
        message.withUnsafeBytes { state.update($0) }
        let words = finish(state)
        return [words.0, words.1, words.2, words.3].flatMap { word in
            withUnsafeBytes(of: word.bigEndian) { [UInt8]($0) }
        }
    }

    private func finish(_ state: CompressionState) -> (UInt64, UInt64, UInt64, UInt64) {
        var (inside, outside) = (state, outer)
        outside.update(inside.finish())
        return outside.finish()
    }

    private static func state(after block: [UInt8], masked mask: UInt8) -> CompressionState {
        var state = CompressionState()
        block.map { $0 ^ mask }.withUnsafeBytes { state.update($0) }
        return state
    }
}
