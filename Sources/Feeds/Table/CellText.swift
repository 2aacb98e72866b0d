import Settings

/// Turns cells into text for what is decided before they are mapped: names of columns, and which rows are records.
struct CellText: Sendable {
    let decoder: TextDecoder
    /// The byte that stands doubled inside a cell; nil where none does.
    let quote: UInt8?

    /// Bytes of the longest cell that is looked into for blanks.
    static let longestBlank = 64

    /// The text without blanks around it.
    ///
    /// - Throws: `TextFault` where the bytes are no text of the character set.
    func decode(_ cell: SourceCell, of row: Span<UInt8>) throws(TextFault) -> [UInt8] {
        var raw: [UInt8] = []
        raw.append(field: cell, of: row, quote: quote)
        var text: [UInt8] = []
        try decoder.decode(raw.span, into: &text)
        return Array(text[Trimming.range(of: text.span)])
    }

    /// The same; empty where the bytes are no text.
    func read(_ cell: SourceCell, of row: Span<UInt8>) -> [UInt8] {
        do throws(TextFault) { return try decode(cell, of: row) } catch { return [] }
    }

    /// Whether nothing stands in the cell but blanks.
    func isBlank(_ cell: SourceCell, of row: Span<UInt8>) -> Bool {
        let range = cell.range
        if range.isEmpty { return true }
        guard range.count <= Self.longestBlank, range.upperBound <= row.count else { return false }
        let first = row[range.lowerBound]
        // Printable ASCII is no blank in any of the character sets.
        guard first <= 0x20 || first >= 0x7F else { return false }
        do throws(TextFault) { return try decode(cell, of: row).isEmpty } catch { return false }
    }
}
