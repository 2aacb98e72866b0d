/// What spreadsheets put around a value to keep it from being changed: a leading `'`, or `="…"` around the whole.
///
/// They need a `'` only before what they would take for a number, a date or a formula; before anything else it was typed
/// by a person, and stays.
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
        if cell[range.lowerBound] == apostrophe {
            guard range.count >= 2, isChanged(cell[range.lowerBound + 1]) else { return range }
            return trimmed(cell, (range.lowerBound + 1)..<range.upperBound)
        }
        guard range.count >= 3, cell[range.lowerBound + 1] == quote, cell[range.upperBound - 1] == quote else {
            return range
        }
        return trimmed(cell, (range.lowerBound + 2)..<(range.upperBound - 1))
    }

    /// Whether a spreadsheet changes what begins so.
    private static func isChanged(_ first: UInt8) -> Bool {
        switch first {
        case 0x30...0x39, UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        default: false
        }
    }

    private static func trimmed(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let inner = Trimming.range(of: cell.extracting(range))
        return (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)
    }
}
