import Glibc
import Model
import Settings

extension FileSampler {
    func csv(_ descriptor: CInt) throws -> TableSample {
        func bytes() -> FileSource {
            lseek(descriptor, 0, SEEK_SET)
            return FileSource(descriptor)
        }
        let found = try EncodingDetector.detect(in: bytes())
        func reader(_ dialect: CSVDialect) -> CSVReader {
            let source = bytes()
            let wide: any ByteSource =
                found.encoding.isWide ? UTF16Source(source, encoding: found.encoding) : source
            return CSVReader(reading: wide, dialect: dialect)
        }
        var dialect = CSVDialect(
            encoding: found.encoding,
            delimiter: UInt8(ascii: ","),
            quote: UInt8(ascii: "\""),
            layout: TableLayout(heading: .row(1))
        )
        dialect.delimiter = try DelimiterSearch.find(dialect) { reader($0) }
        let cellText = CellText(decoder: try TextDecoder(found.encoding), quote: dialect.quote)
        var raw = reader(dialect)
        let table = try RawTable(&raw, cellText, footers: synonyms.footers)
        dialect.layout = HeadingSearch(known: synonyms.knownNames).layout(table)
        dialect.endsLastLine = try endsLastLine(descriptor, isWide: found.encoding.isWide)
        var rows = try TableReader(reader(dialect), layout: dialect.layout, feed: Self.feed(.csv(dialect)))
        let gathered = try SampleRows(forms: forms, cellText: cellText).read(&rows)
        var sample = TableSample(
            gathered,
            .csv(dialect),
            encoding: (found.encoding.rawValue, found.by),
            footers: table.footers
        )
        try lookAgain(&sample, cellText) { reader(dialect) }
        return sample
    }

    /// Reads the rows once more: for rows that go on with others, and keys that come again.
    private func lookAgain<Reader: CellReader & ~Copyable>(
        _ sample: inout TableSample,
        _ cellText: CellText,
        _ reader: () throws -> Reader
    ) throws {
        let look = SecondLook(sample, synonyms, kind: kind)
        guard !look.key.isEmpty, let layout = sample.format.layout else { return }
        let (assembled, goingOn) = look.layout(sample, layout)
        var rows = try TableReader(try reader(), layout: assembled, feed: Self.feed(sample.format))
        sample.take(try SampleRows(forms: [], cellText: cellText).read(&rows, key: look.key), key: look.key)
        sample.goingOn = goingOn
        sample.format = sample.format.with(assembled)
    }

    /// Whether the file ends with the end of a line. Of UTF-16 that is one of the last two bytes.
    private func endsLastLine(_ descriptor: CInt, isWide: Bool) throws -> Bool {
        lseek(descriptor, isWide ? -2 : -1, SEEK_END)
        let tail = try HeadSource(FileSource(descriptor), count: 2).head
        return tail.contains(LineEnds.newline) || tail.contains(LineEnds.carriageReturn)
    }

    /// The sheet with the most columns that is shown.
    func workbook(_ descriptor: CInt, size: Int64) throws -> TableSample {
        let workbook = try OpenedWorkbook.open(descriptor, size: size)
        let limits = RowLimits.standard
        let cellText = CellText(decoder: try TextDecoder(.utf8), quote: nil)
        var best: (sheet: Sheet, table: RawTable)?
        var others: [String] = []
        let shown = workbook.sheets.filter { !$0.isHidden }
        for sheet in shown {
            var raw = SheetReader(try workbook.rows(of: sheet, fillsMerged: false, limits: limits))
            guard let table = try Self.table(&raw, cellText, synonyms.footers), !table.head.isEmpty else { continue }
            guard let held = best, held.table.head.count >= table.head.count else {
                if let held = best { others.append(held.sheet.name) }
                best = (sheet, table)
                continue
            }
            others.append(sheet.name)
        }
        guard let (sheet, table) = best else { throw UnreadableDelivery.emptySheet }
        let layout = HeadingSearch(known: synonyms.knownNames).layout(table)
        var shape = WorkbookShape(sheets: others.isEmpty ? .only : .named(sheet.name), layout: layout)
        func read(_ shape: WorkbookShape) throws -> SampleRows.Gathered {
            let source = SheetReader(
                try workbook.rows(of: sheet, fillsMerged: shape.merged == .fill, limits: limits)
            )
            var rows = try TableReader(source, layout: layout, feed: Self.feed(.workbook(shape)))
            return try SampleRows(forms: forms, cellText: cellText).read(&rows)
        }
        var gathered = try read(shape)
        shape.merged = .fill
        // Of XLS merged cells are not told; names that are merged beside one another would stand twice.
        if let filled = try? read(shape), MergedRows.stand(in: gathered, filled) {
            gathered = filled
        } else {
            shape.merged = .first
        }
        var sample = TableSample(
            gathered,
            .workbook(shape),
            encoding: (TextEncoding.utf8.rawValue, .format),
            footers: table.footers
        )
        (sample.part, sample.otherParts) = (sheet.name, others)
        try lookAgain(&sample, cellText) {
            SheetReader(try workbook.rows(of: sheet, fillsMerged: shape.merged == .fill, limits: limits))
        }
        return sample
    }

    /// Nil where the sheet is empty.
    private static func table(
        _ reader: inout SheetReader,
        _ cellText: CellText,
        _ footers: [String]
    ) throws -> RawTable? {
        do {
            return try RawTable(&reader, cellText, footers: footers)
        } catch let error where error.cause == .empty {
            return nil
        }
    }
}

extension FileFormat {
    /// The same for a table that stands otherwise.
    fileprivate func with(_ layout: TableLayout) -> FileFormat {
        switch self {
        case .csv(var dialect):
            dialect.layout = layout
            return .csv(dialect)
        case .workbook(var shape):
            shape.layout = layout
            return .workbook(shape)
        case .json, .xml: return self
        }
    }
}
