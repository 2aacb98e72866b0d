/// The bytes that end a line, and how to find them.
enum LineEnds {
    static let newline: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D

    /// The index behind the first line end at or after `start`: `\n`, `\r\n` or a lone `\r`.
    ///
    /// Nil where there is none before `limit`, or where a `\r` is the last byte known and a `\n` may follow it.
    static func end(in bytes: Span<UInt8>, from start: Int, to limit: Int, isAtEnd: Bool) -> Int? {
        var index = start
        while index < limit {
            let byte = bytes[index]
            index += 1
            if byte == newline { return index }
            if byte == carriageReturn {
                guard index < limit else { return isAtEnd ? index : nil }
                return bytes[index] == newline ? index + 1 : index
            }
        }
        return nil
    }
}
