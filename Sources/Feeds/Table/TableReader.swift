import Model
package import Settings

/// Puts names on the rows of a table, and tells records from what else stands there: titles, sums, notes, headings of
/// sections, and rows that go on with the one before.
///
/// Rows of a plain table are lent as their reader holds them. Where a row takes values from others, it is put together
/// in a text of its own, in the character set of the part; its bytes and its place stay its own.
package struct TableReader<Source: CellReader & ~Copyable>: ~Copyable, RowReader {
    var source: Source
    let layout: TableLayout
    let cellText: CellText
    /// The names the feed maps; the row of names may be found by them.
    let wanted: Set<String>
    /// Whether cells behind the last name may hold anything.
    let ignoresExtraCells: Bool
    let skippedRows: [RowPattern]

    var header: SourceHeader?
    /// How many columns the rows themselves have.
    var width = 0
    var assembly: RowAssembly?
    private var isAssembled = false

    /// Rows that are no records, since the part began.
    package internal(set) var skipped: Int64 = 0

    /// - Parameters:
    ///   - source: the rows as they stand.
    ///   - layout: how they stand.
    ///   - feed: whose columns are wanted.
    /// - Throws: `UnreadableDelivery` where this system cannot decode the feed's character set.
    package init(_ source: consuming Source, layout: TableLayout, feed: FeedDefinition) throws(UnreadableDelivery) {
        self.source = source
        self.layout = layout
        cellText = CellText(decoder: try TextDecoder(feed.format.encoding), quote: feed.format.quote)
        wanted = Set(feed.columns.filter { $0.constant == nil }.flatMap(\.columns))
        ignoresExtraCells = feed.unknownColumns == .ignore
        skippedRows = layout.skippedRows.map(RowPattern.init)
    }

    package var place: RowPlace { source.place }
    package var bytesDone: Int64 { source.bytesDone }

    @inline(__always)
    package func withRow<Result, Failure: Error>(
        _ body: (Span<UInt8>, Span<UInt8>, Span<SourceCell>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard isAssembled, let assembly else { return try source.withCells(width, body) }
        return try source.withCells(width) { (raw, _, _) throws(Failure) in
            try body(raw, assembly.text.span, assembly.cells.span)
        }
    }

    package mutating func next() throws(UnreadableDelivery) -> RowStep {
        if header == nil { _ = try readHeader() }
        isAssembled = false
        while true {
            switch try source.nextCells() {
            case .end: return .end
            case .rejected(let rejection):
                assembly?.forget()
                return .rejected(rejection)
            case .row(let count, let isText):
                if isBlank(count) || isNoRecord(count) {
                    skipped += 1
                    continue
                }
                if Source.hasOpenRows ? hasExtraCells(count) : count != width {
                    assembly?.forget()
                    return .rejected(try source.refuse(found: count, width: width))
                }
                guard isText else {
                    assembly?.forget()
                    return .rejected(place.rejection(.binary, explanation: ShapeFault.explanation(of: .binary)))
                }
                guard assembly != nil else { return .row }
                return assemble()
            }
        }
    }

    private mutating func assemble() -> RowStep {
        // Lending the source's cells borrows the whole reader, so the assembly steps outside meanwhile.
        var assembly: RowAssembly?
        swap(&assembly, &self.assembly)
        defer { swap(&assembly, &self.assembly) }
        let isWhole = source.withCells(width) { _, text, cells in
            assembly?.take(text, cells, cellText) ?? false
        }
        guard isWhole else {
            return .rejected(
                place.rejection(
                    .orphan,
                    explanation: "续行之前没有可接续的行 / this row goes on with one that is not there, or was rejected"
                )
            )
        }
        isAssembled = true
        return .row
    }

    /// Whether nothing stands in the row but blanks.
    @inline(__always)
    private func isBlank(_ count: Int) -> Bool {
        source.withCells(count) { _, text, cells in
            cells.indices.allSatisfy { cellText.isBlank(cells[$0], of: text) }
        }
    }

    /// Whether any cell behind the last name holds something that matters.
    private func hasExtraCells(_ count: Int) -> Bool {
        guard count > width, !ignoresExtraCells || !Source.hasOpenRows else { return false }
        return source.withCells(count) { _, text, cells in
            (width..<max(width, cells.count)).contains { !cellText.isBlank(cells[$0], of: text) }
        }
    }

    /// Whether the row is a sum, a note or the heading of a section; of the last its text is kept.
    private mutating func isNoRecord(_ count: Int) -> Bool {
        guard !skippedRows.isEmpty || layout.sectionColumn != nil else { return false }
        let (first, others) = source.withCells(count) { _, text, cells in
            let filled = cells.indices.filter { !cellText.isBlank(cells[$0], of: text) }
            return (filled.first.map { ($0, cellText.read(cells[$0], of: text)) }, filled.count - 1)
        }
        guard let (index, text) = first else { return false }
        if skippedRows.contains(where: { $0.fits(text) }) { return true }
        guard layout.sectionColumn != nil, index == 0, others == 0 else { return false }
        assembly?.forget()
        assembly?.section = source.withCells(1) { _, text, cells in
            RowAssembly.Piece(text.extracting(cells[0].range), hasDoubledQuotes: cells[0].hasDoubledQuotes)
        }
        return true
    }
}
