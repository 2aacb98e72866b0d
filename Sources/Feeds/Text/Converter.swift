import Glibc

/// The C library's converter from one character set to Unicode, for one character at a time.
struct Converter: ~Copyable {
    private let handle: iconv_t

    /// Nil where the system does not know the character set.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-32LE", name), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The one character a code stands for.
    ///
    /// - Parameters:
    ///   - code: The bytes of the code, the first one lowest.
    ///   - length: How many bytes of it count, at most four.
    /// - Returns: nil where it stands for none, or for more than one.
    borrowing func character(of code: UInt32, length: Int) -> Unicode.Scalar? {
        // What the library is told of must lie in memory; two characters have room, so that a second is noticed.
        var input = code.littleEndian
        var output = (UInt32(0), UInt32(0))
        let isOne = withUnsafeMutableBytes(of: &input) { source in
            withUnsafeMutableBytes(of: &output) { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var into = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = min(max(length, 0), source.count)
                var room = target.count
                let result = iconv(handle, &from, &left, &into, &room)
                let isWhole = result == 0 && left == 0 && target.count - room == MemoryLayout<UInt32>.size
                // Back to the beginning, whatever an unfinished character left behind.
                if !isWhole { _ = iconv(handle, nil, nil, nil, nil) }
                return isWhole
            }
        }
        return isOne ? Unicode.Scalar(UInt32(littleEndian: output.0)) : nil
    }
}
