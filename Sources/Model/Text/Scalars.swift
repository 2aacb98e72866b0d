/// Walking through UTF-8 text one scalar at a time, as identifiers need it: full-width forms read as half-width ones, and
/// bytes that are no UTF-8 read as U+FFFD, so that nothing appended from them can break the text it joins.
enum Scalars {
    static let replacement: UInt32 = 0xFFFD
    static let asterisk: UInt32 = 0x2A
    static let space: UInt32 = 0x20

    /// The scalar at `index`, folded to half-width; moves `index` past it. Call only while `index < text.count`.
    @inline(__always)
    static func next(in text: Span<UInt8>, at index: inout Int) -> UInt32 {
        let lead = text[index]
        index += 1
        return lead < 0x80 ? UInt32(lead) : fold(multibyte(lead, in: text, at: &index))
    }

    /// The rest of a scalar whose first byte was `lead`; a broken sequence costs one byte and reads as U+FFFD.
    private static func multibyte(_ lead: UInt8, in text: Span<UInt8>, at index: inout Int) -> UInt32 {
        let length: Int
        var scalar: UInt32
        let smallest: UInt32
        switch lead {
        case 0xC2...0xDF: (length, scalar, smallest) = (1, UInt32(lead & 0x1F), 0x80)
        case 0xE0...0xEF: (length, scalar, smallest) = (2, UInt32(lead & 0x0F), 0x800)
        case 0xF0...0xF4: (length, scalar, smallest) = (3, UInt32(lead & 0x07), 0x1_0000)
        default: return replacement
        }
        guard text.count - index >= length else { return replacement }
        for offset in 0..<length {
            let byte = text[index + offset]
            guard byte & 0xC0 == 0x80 else { return replacement }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        guard scalar >= smallest, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return replacement }
        index += length
        return scalar
    }

    /// Full-width ASCII to ASCII, and every space that looks like one to a plain space.
    private static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x00A0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: space
        default: scalar
        }
    }

    /// White space and control characters.
    @inline(__always)
    static func isBlank(_ scalar: UInt32) -> Bool {
        scalar <= space || scalar == 0x7F
    }

    /// Marks without width that spreadsheets and copied text leave behind: they never belong to a value.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0080...0x009F, 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    static func isHan(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF, 0x3007: true
        default: false
        }
    }

    @inline(__always)
    static func uppercased(_ scalar: UInt32) -> UInt32 {
        (0x61...0x7A).contains(scalar) ? scalar - 0x20 : scalar
    }

    /// Appends a scalar that came from `next`, in UTF-8.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else {
            appendMultibyte(scalar, to: &bytes)
        }
    }

    private static func appendMultibyte(_ scalar: UInt32, to bytes: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
        if scalar < 0x800 {
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
            if scalar < 0x1_0000 {
                bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            } else {
                bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
                bytes.append(tail(12))
            }
            bytes.append(tail(6))
        }
        bytes.append(tail(0))
    }
}
