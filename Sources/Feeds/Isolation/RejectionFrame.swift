import Model

/// A rejection and the row's bytes as the content of a frame.
enum RejectionFrame {
    static func append(_ rejection: RowRejection, raw: Span<UInt8>, to frame: inout [UInt8]) {
        frame.append(number: rejection.line)
        frame.append(number: rejection.byteOffset)
        frame.append(number: rejection.byteLength)
        frame.append(counted: rejection.reason.rawValue.utf8)
        frame.append(number: rejection.column == nil ? UInt8(0) : 1)
        frame.append(counted: (rejection.column ?? "").utf8)
        frame.append(counted: rejection.explanation.utf8)
        frame.append(number: rejection.key == nil ? UInt8(0) : 1)
        frame.append(counted: (rejection.key ?? "").utf8)
        frame.append(copying: raw)
    }

    /// - Returns: the rejection, and where the row's bytes stand.
    /// - Throws: `FrameCursor.Malformed`.
    static func read(
        _ bytes: Span<UInt8>,
        _ content: Range<Int>
    ) throws(FrameCursor.Malformed) -> (rejection: RowRejection, raw: Range<Int>) {
        var cursor = FrameCursor(content)
        let line = try cursor.number(Int64.self, in: bytes)
        let offset = try cursor.number(Int64.self, in: bytes)
        let length = try cursor.number(Int64.self, in: bytes)
        guard let reason = RowRejection.Reason(rawValue: try cursor.text(in: bytes)) else {
            throw FrameCursor.Malformed()
        }
        let hasColumn = try cursor.number(UInt8.self, in: bytes) != 0
        let column = try cursor.text(in: bytes)
        var rejection = RowRejection(
            line: line,
            byteOffset: offset,
            byteLength: length,
            reason: reason,
            column: hasColumn ? column : nil,
            explanation: try cursor.text(in: bytes)
        )
        let hasKey = try cursor.number(UInt8.self, in: bytes) != 0
        let key = try cursor.text(in: bytes)
        if hasKey { rejection.key = key }
        return (rejection, cursor.rest())
    }
}
