import Glibc

/// Text in another character set, as the C library writes it.
package func encoded(_ text: String, to name: String) -> [UInt8] {
    guard let handle = iconv_open(name, "UTF-8"), handle != iconv_t(bitPattern: -1) else { return [] }
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    var left = input.count
    var room = output.count
    _ = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var into = target.baseAddress
            return iconv(handle, &from, &left, &into, &room)
        }
    }
    return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
}
