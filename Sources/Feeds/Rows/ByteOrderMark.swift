/// The mark some programs put before a text to name its character set.
enum ByteOrderMark {
    case utf8, gb18030, utf16

    init?(at bytes: Span<UInt8>) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) {
            self = .gb18030
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            return nil
        }
    }

    /// How many bytes must be seen to know that there is none.
    static let longest = 4

    var length: Int {
        switch self {
        case .utf8: 3
        case .gb18030: 4
        case .utf16: 2
        }
    }
}

extension Span where Element == UInt8 {
    /// Whether these bytes begin with those.
    func starts(with prefix: [UInt8]) -> Bool {
        guard count >= prefix.count else { return false }
        return prefix.indices.allSatisfy { self[$0] == prefix[$0] }
    }
}
