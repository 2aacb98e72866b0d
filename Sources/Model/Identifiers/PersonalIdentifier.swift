/// An identifier that names a person, and so is kept in clear form only in the vault and shown masked.
package protocol PersonalIdentifier {
    /// Cleans `source` and appends the normalised clear form to `bytes`, or the masked one where the source masked it.
    static func normalise(_ source: Span<UInt8>, into bytes: inout [UInt8]) -> IdentifierOutcome

    /// How many characters are shown at the start and the end of a value with `count` of them.
    static func shown(of count: Int) -> (first: Int, last: Int)
}

extension PersonalIdentifier {
    /// Appends the masked form of the clear text at `clear` in `bytes`, and tells where it is.
    ///
    /// Appending to the same bytes costs no copy; the clear text is untouched.
    package static func mask(_ clear: Range<Int>, in bytes: inout [UInt8]) -> Range<Int> {
        let source = clear.clamped(to: 0..<bytes.count)
        let start = bytes.count
        var characters = 0
        for index in source where bytes[index] & 0xC0 != 0x80 { characters += 1 }
        let (first, last) = shown(of: characters)
        var position = -1
        for index in source {
            let byte = bytes[index]
            let isLead = byte & 0xC0 != 0x80
            if isLead { position += 1 }
            if position < first || position >= characters - last {
                bytes.append(byte)
            } else if isLead {
                bytes.append(UInt8(ascii: "*"))
            }
        }
        return start..<bytes.count
    }

    /// Masks what the source had masked already, which may have hidden less than is hidden here.
    static func maskAgain(from start: Int, in bytes: inout [UInt8]) -> IdentifierOutcome {
        let masked = mask(start..<bytes.count, in: &bytes)
        bytes.removeSubrange(start..<masked.lowerBound)
        return .masked
    }
}
