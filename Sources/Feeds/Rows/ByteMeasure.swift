/// How many bytes of the archived file stand behind the bytes a reader sees.
package enum ByteMeasure: Sendable {
    /// The bytes are the file's own.
    case bytes
    /// The bytes are UTF-8 made of UTF-16: two for each character, four for one beyond the basic plane.
    case utf16

    /// The length in the file of these bytes, which begin and end between characters.
    @inline(__always)
    func length(of bytes: Span<UInt8>) -> Int64 {
        switch self {
        case .bytes: Int64(bytes.count)
        case .utf16: Self.lengthInUTF16(bytes)
        }
    }

    private static func lengthInUTF16(_ bytes: Span<UInt8>) -> Int64 {
        var length: Int64 = 0
        for index in bytes.indices {
            switch bytes[index] {
            case 0x80...0xBF: continue
            case 0xF0...0xF4: length += 4
            case UTF16Source.torn: length += 1
            default: length += 2
            }
        }
        return length
    }
}
