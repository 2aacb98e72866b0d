import Model
import Settings

extension TableReader where Source: ~Copyable {
    /// Reads the column names, where the part has them. What stands before their row is skipped.
    ///
    /// - Throws: `UnreadableDelivery` where the part is empty, is something else, is in another character set, or where a
    ///   name is missing or stands twice, or the layout speaks of a column it does not have.
    package mutating func readHeader() throws(UnreadableDelivery) -> SourceHeader {
        if let header { return header }
        try source.begin()
        var header = try names()
        width = header.names.count
        if let section = layout.sectionColumn {
            if let same = header.names.firstIndex(of: section) {
                throw .duplicateColumn(width + 1, as: same + 1, line: header.line)
            }
            header = header.adding(section)
        }
        if layout.continuation != nil || layout.sectionColumn != nil { assembly = try assembly(header) }
        self.header = header
        return header
    }

    private mutating func names() throws(UnreadableDelivery) -> SourceHeader {
        switch layout.heading {
        case .absent(let names): return SourceHeader(names: names, line: source.line, looksLikeUTF8: false)
        case .found: return try findNames()
        case .row(let number):
            guard try source.skip(toLine: Int64(number)) else {
                throw .headerMissing(line: source.line, wanted: number)
            }
            let row = try headingRow(wanted: number)
            guard row.line == Int64(number) else { throw .headerMissing(line: Int64(number), wanted: number) }
            return try header(from: row, wanted: number)
        }
    }

    /// The row of names, and the further rows it takes.
    private mutating func header(from first: HeadingRow, wanted: Int) throws(UnreadableDelivery) -> SourceHeader {
        var rows = [first]
        while rows.count < layout.headingRows { rows.append(try headingRow(wanted: wanted + rows.count)) }
        return try HeadingNames(rows, isOpen: Source.hasOpenRows).header()
    }

    private mutating func headingRow(wanted: Int) throws(UnreadableDelivery) -> HeadingRow {
        switch try source.nextCells() {
        case .end: throw .headerMissing(line: Int64(wanted), wanted: wanted)
        case .rejected(let rejection):
            guard !source.looksBinary() else { throw .otherFormat("二进制文件 / a binary file") }
            throw .headerBroken(line: rejection.line, rejection.explanation)
        case .row(let count, let isText):
            guard isText else { throw .otherFormat("二进制文件 / a binary file") }
            return try source.withCells(count) { (_, text, cells) throws(UnreadableDelivery) in
                try HeadingRow(text, cells, at: source.place.line, cellText)
            }
        }
    }

    /// The first row that holds every name the feed maps, within the first rows.
    private mutating func findNames() throws(UnreadableDelivery) -> SourceHeader {
        var best: (found: Set<String>, row: HeadingRow)?
        for _ in 0..<HeadingRow.lastToLookAt {
            switch try source.nextCells() {
            case .end: throw .headerNotFound(wanted, nearest: best?.row)
            case .rejected: continue
            case .row(let count, _):
                let row = source.withCells(count) { (_, text, cells) -> HeadingRow? in
                    do throws(UnreadableDelivery) {
                        return try HeadingRow(text, cells, at: source.place.line, cellText)
                    } catch {
                        return nil
                    }
                }
                guard let row else { continue }
                let found = wanted.intersection(row.names)
                if found == wanted.subtracting([layout.sectionColumn].compactMap { $0 }) {
                    return try header(from: row, wanted: Int(clamping: row.line))
                }
                if found.count > best?.found.count ?? 0 { best = (found, row) }
            }
        }
        throw .headerNotFound(wanted, nearest: best?.row)
    }

    private func assembly(_ header: SourceHeader) throws(UnreadableDelivery) -> RowAssembly {
        let continuation = layout.continuation
        var places: [[Int]] = []
        for names in [continuation?.whenEmpty ?? [], continuation?.fill ?? []] {
            let missing = names.filter { !header.names.contains($0) }
            guard missing.isEmpty else { throw .missingColumns(missing, line: header.line) }
            places.append(names.compactMap { header.names.firstIndex(of: $0) }.filter { $0 < width })
        }
        return RowAssembly(whenEmpty: places[0], fill: Set(places[1]), hasSection: layout.sectionColumn != nil)
    }
}
