/// What spreadsheets put around a value to keep it from being changed: a leading `'`, or `="…"` around the whole.
enum Artefacts {
    private static let apostrophe = UInt8(ascii: "'")
    private static let equals = UInt8(ascii: "=")
    private static let quote = UInt8(ascii: "\"")

    /// Where the value stands without blanks and artefacts.
    @inline(__always)
    static func range(of cell: Span<UInt8>) -> Range<Int> {
        let range = Trimming.range(of: cell)
        guard !range.isEmpty else { return range }
        let first = cell[range.lowerBound]
        guard first == apostrophe || first == equals else { return range }
        return unwrapped(cell, range)
    }

    private static func unwrapped(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        if cell[range.lowerBound] == apostrophe { return trimmed(cell, (range.lowerBound + 1)..<range.upperBound) }
        guard range.count >= 3, cell[range.lowerBound + 1] == quote, cell[range.upperBound - 1] == quote else {
            return range
        }
        return trimmed(cell, (range.lowerBound + 2)..<(range.upperBound - 1))
    }

    private static func trimmed(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let inner = Trimming.range(of: cell.extracting(range))
        return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
    }
}
