import Settings

/// Finds the row of names in a table.
struct HeadingSearch {
    /// Names of columns the trade uses, folded.
    let known: Set<String>

    /// How the table stands.
    func layout(_ table: RawTable) -> TableLayout {
        let rows = table.head
        let width = Self.commonWidth(rows)
        let best = rows.indices.prefix(30).map { ($0, score(rows, at: $0, width: width)) }.max {
            $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0
        }
        guard let (index, score) = best, score > 0, rows.indices.contains(index) else {
            let names = (1...max(1, width)).map { "列\($0)" }
            return TableLayout(heading: .absent(names: names), skippedRows: table.footers)
        }
        return TableLayout(
            heading: .row(Int(clamping: rows[index].line)),
            headingRows: takesTwo(rows, at: index, width: width) ? 2 : 1,
            skippedRows: table.footers
        )
    }

    /// Of names most cells are filled, none twice, none a value; those the trade knows count most.
    private func score(_ rows: [RawRow], at index: Int, width: Int) -> Int {
        let row = rows[index]
        let filled = row.texts.filter { !$0.isEmpty }
        guard filled.count * 2 > width, !filled.isEmpty, row.looksLikeNames else { return 0 }
        let knownCount = filled.count { known.contains(Synonyms.folded(ColumnName.bare($0))) }
        // Where it stands before all else and nothing is known of it, it is still the likeliest.
        return knownCount * 100 + filled.count * 2 + (Set(filled).count == filled.count ? 1 : 0) + (index == 0 ? 1 : 0)
    }

    /// Whether groups stand above the names: cells of the first row are empty, and the next row is one of names too.
    private func takesTwo(_ rows: [RawRow], at index: Int, width: Int) -> Bool {
        guard rows.indices.contains(index + 2) else { return false }
        let (first, second, third) = (rows[index], rows[index + 1], rows[index + 2])
        guard first.texts.dropLast().dropFirst().contains(where: \.isEmpty), second.filled > 0 else { return false }
        guard second.looksLikeNames, !third.looksLikeNames else { return false }
        let texts = second.texts.filter { !$0.isEmpty }
        return texts.count * 4 >= width && Set(texts).count == texts.count
    }

    private static func commonWidth(_ rows: [RawRow]) -> Int {
        var counts: [Int: Int] = [:]
        for row in rows { counts[row.texts.count, default: 0] += 1 }
        return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }?.key ?? 1
    }
}
