import Glibc

/// The C library's converter from one character set to UTF-8, for one character at a time.
struct Converter: ~Copyable {
    private let handle: iconv_t

    /// Nil where the system does not know the character set.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The character these bytes are, in UTF-8; empty where they are none.
    borrowing func utf8(of code: [UInt8]) -> [UInt8] {
        var input = code.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 16)
        var left = input.count
        var room = output.count
        let isWhole = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var into = target.baseAddress
                let result = iconv(handle, &from, &left, &into, &room)
                // Back to the beginning, whatever an unfinished character left behind.
                _ = iconv(handle, nil, nil, nil, nil)
                return result == 0 && left == 0
            }
        }
        guard isWhole else { return [] }
        return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
    }
}
