/// Puts rows together that take values from elsewhere: from the row they go on with, or from the heading above them.
struct RowAssembly: Sendable {
    /// The text of the row, one cell behind the other, in the character set of the part.
    private(set) var text: [UInt8] = []
    private(set) var cells: [SourceCell] = []
    /// What the heading of the section says.
    var section = Piece()

    private let whenEmpty: [Int]
    private let fill: Set<Int>
    private let hasSection: Bool
    /// Memory for the next row while the last one is still read.
    private var spareText: [UInt8] = []
    private var spareCells: [SourceCell] = []
    private var hasPrevious = false

    /// The bytes of one cell.
    struct Piece: Sendable {
        var bytes: [UInt8] = []
        var hasDoubledQuotes = false

        init() {}

        init(_ bytes: Span<UInt8>, hasDoubledQuotes: Bool) {
            self.bytes.append(copying: bytes)
            self.hasDoubledQuotes = hasDoubledQuotes
        }
    }

    /// - Parameters:
    ///   - whenEmpty: the columns whose emptiness makes a row go on with the one before; none where no row does.
    ///   - fill: the columns that take its values.
    ///   - hasSection: whether the text of the section's heading is one more column.
    init(whenEmpty: [Int], fill: Set<Int>, hasSection: Bool) {
        self.whenEmpty = whenEmpty
        self.fill = fill
        self.hasSection = hasSection
    }

    /// What stood before is no row to go on with.
    mutating func forget() { hasPrevious = false }

    /// Puts a row together.
    ///
    /// - Returns: false where it goes on with a row that is not there.
    mutating func take(_ row: Span<UInt8>, _ source: Span<SourceCell>, _ cellText: CellText) -> Bool {
        let goesOn = !whenEmpty.isEmpty && whenEmpty.allSatisfy { cellText.isBlank(source[$0], of: row) }
        guard !goesOn || hasPrevious else { return false }
        var (newText, newCells): ([UInt8], [SourceCell]) = ([], [])
        swap(&newText, &spareText)
        swap(&newCells, &spareCells)
        newText.removeAll(keepingCapacity: true)
        newCells.removeAll(keepingCapacity: true)
        for index in source.indices {
            let cell = source[index]
            if goesOn, fill.contains(index), cellText.isBlank(cell, of: row) {
                let before = cells[index]
                Self.append(text.span.extracting(before.range), before.hasDoubledQuotes, to: &newText, &newCells)
            } else {
                Self.append(row.extracting(cell.range), cell.hasDoubledQuotes, to: &newText, &newCells)
            }
        }
        if hasSection { Self.append(section.bytes.span, section.hasDoubledQuotes, to: &newText, &newCells) }
        swap(&text, &newText)
        swap(&cells, &newCells)
        swap(&spareText, &newText)
        swap(&spareCells, &newCells)
        hasPrevious = true
        return true
    }

    private static func append(
        _ bytes: Span<UInt8>,
        _ hasDoubledQuotes: Bool,
        to text: inout [UInt8],
        _ cells: inout [SourceCell]
    ) {
        let start = text.count
        text.append(copying: bytes)
        cells.append(
            SourceCell(
                start: UInt32(clamping: start),
                end: UInt32(clamping: text.count),
                hasDoubledQuotes: hasDoubledQuotes
            )
        )
    }
}
