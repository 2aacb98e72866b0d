/// What stands behind a number in its cell, such as the unit in `58 mg/100mL`.
package enum NumberEnding {
    /// An ending as it is compared: in half width and small letters, `u` for either sign of micro, without blanks.
    package static func folded(_ text: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let scalar = Scalars.next(in: text, at: &index)
            switch scalar {
            // The micro sign and the Greek letter.
            case 0xB5, 0x3BC: bytes.append(UInt8(ascii: "u"))
            case 0x41...0x5A: Scalars.append(scalar + 0x20, to: &bytes)
            default: if !Scalars.isBlank(scalar) { Scalars.append(scalar, to: &bytes) }
            }
        }
        return bytes
    }

    /// `folded` for text that stands in configuration.
    package static func folded(_ text: String) -> String {
        String(decoding: folded(text.utf8Span.span), as: UTF8.self)
    }

    /// Where what stands behind the number begins; 0 where no number does.
    package static func start(in text: Span<UInt8>) -> Int {
        var index = 0
        var end = 0
        var hasDigit = false
        while index < text.count {
            let scalar = Scalars.next(in: text, at: &index)
            switch scalar {
            case 0x30...0x39: (hasDigit, end) = (true, index)
            // What may stand within a number; blanks and marks at its end are not part of it.
            case 0x2B, 0x2C, 0x2D, 0x2E, 0x27, 0x2019: continue
            case 0x45, 0x65:
                // An exponent only where a number follows; `e` begins no unit, but says so itself.
                guard hasDigit, beginsExponent(in: text, at: index) else { return end }
            default: if !Scalars.isBlank(scalar) { return end }
            }
        }
        return end
    }

    private static func beginsExponent(in text: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        guard index < text.count else { return false }
        var scalar = Scalars.next(in: text, at: &index)
        if scalar == 0x2B || scalar == 0x2D {
            guard index < text.count else { return false }
            scalar = Scalars.next(in: text, at: &index)
        }
        return (0x30...0x39).contains(scalar)
    }
}
