extension Array where Element == UInt8 {
    /// Appends the content of a cell, with doubled quotes read as one each.
    package mutating func append(field: SourceCell, of row: Span<UInt8>, quote: UInt8?) {
        let cell = row.extracting(field.range)
        guard field.hasDoubledQuotes, let quote else { return append(copying: cell) }
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            append(byte)
            // Quotes inside a quoted cell come in pairs only.
            index += byte == quote ? 2 : 1
        }
    }
}
