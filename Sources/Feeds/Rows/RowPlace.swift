import Model

/// Where a row stands in its file.
package struct RowPlace: Equatable, Sendable {
    /// The physical line it begins on, counted from 1.
    package let line: Int64
    /// Its first byte, counted from 0.
    package let byteOffset: Int64
    /// How many bytes it takes, line end included.
    package let byteLength: Int64

    package init(line: Int64, byteOffset: Int64, byteLength: Int64) {
        self.line = line
        self.byteOffset = byteOffset
        self.byteLength = byteLength
    }

    func rejection(_ reason: RowRejection.Reason, column: String? = nil, explanation: String) -> RowRejection {
        RowRejection(
            line: line,
            byteOffset: byteOffset,
            byteLength: byteLength,
            reason: reason,
            column: column,
            explanation: explanation
        )
    }
}
