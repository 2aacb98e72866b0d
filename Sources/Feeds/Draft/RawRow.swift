import Settings

/// A row of a table as it stands, before it is known what it is.
struct RawRow {
    let line: Int64
    let texts: [String]

    var filled: Int { texts.count { !$0.isEmpty } }

    /// Whether no cell is a number, a time or empty, as is so of names.
    var looksLikeNames: Bool { texts.allSatisfy { $0.isEmpty || !Self.isValue($0) } }

    /// Whether a text is rather a value than a name: it has digits for the greater part, or is an identifier.
    static func isValue(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let digits = scalars.count { $0.properties.numericType != nil && $0.value < 0x3000 }
        return digits * 2 >= scalars.count && digits > 0 || ValueShape(text) != nil
    }
}

/// The first rows of a table, and the patterns of rows that are no records.
struct RawTable {
    private(set) var head: [RawRow] = []
    private(set) var footers: [String] = []

    private static let mostRows = 40

    /// - Throws: `UnreadableDelivery` where the part is empty, or something else than a table.
    init<Reader: CellReader & ~Copyable>(
        _ reader: inout Reader,
        _ cellText: CellText,
        footers patterns: [String]
    ) throws(UnreadableDelivery) {
        let compiled = patterns.map { ($0, RowPattern($0)) }
        try reader.begin()
        while true {
            switch try reader.nextCells() {
            case .end:
                guard head.contains(where: { $0.filled > 0 }) else { throw .noSoundRow }
                return
            case .rejected: continue
            case .row(let count, _):
                let isHead = head.count < Self.mostRows
                let texts = reader.withCells(count) { _, text, cells -> [[UInt8]] in
                    var texts: [[UInt8]] = []
                    for index in cells.indices {
                        texts.append(cellText.read(cells[index], of: text))
                        if !isHead, texts.last?.isEmpty == false { break }
                    }
                    return texts
                }
                if isHead {
                    let row = RawRow(line: reader.place.line, texts: texts.map { String(decoding: $0, as: UTF8.self) })
                    head.append(row)
                }
                guard let first = texts.first(where: { !$0.isEmpty }) else { continue }
                for (pattern, compiled) in compiled where compiled.fits(first) && !footers.contains(pattern) {
                    footers.append(pattern)
                }
            }
        }
    }
}

extension UnreadableDelivery {
    /// Every row is broken or blank: what it is cannot be drafted from.
    fileprivate static let noSoundRow = UnreadableDelivery(
        .otherFormat,
        explanation: "没有一行是完好的表格行 / not one row of it is a sound row of a table",
        remedy:
            "核对它是否为表格、列数是否过多，或重新导出 / see if it is a table, and of how many columns; or export it again"
    )
}
