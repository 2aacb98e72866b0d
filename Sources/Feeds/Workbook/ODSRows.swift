import Glibc
import Model

/// The rows of a sheet of an OpenDocument spreadsheet.
final class ODSRows: XMLEvents, SheetRows {
    private(set) var row: CellRow
    private(set) var place = RowPlace(line: 0, byteOffset: 0, byteLength: 0)
    private let sheet: Int
    private let limits: RowLimits
    private var merged: MergedCells?
    private var stream: XMLStream?

    private var tables = 0
    /// How deep the sheet, the row, the cell and what is left out of it stand; 0 where none is open.
    private var (tableDepth, rowDepth, cellDepth, leftOutDepth) = (0, 0, 0, 0)
    private var rowNumber: Int64 = 0
    private var rowStart: Int64 = 0
    /// How often the row is still to be handed on, and where it ends.
    private var repeats: Int64 = 0
    private var rowEnd: Int64 = 0
    private var column = 0
    private var cell = ODSCell()

    /// - Parameters:
    ///   - sheet: its number, from 0.
    ///   - fillsMerged: whether merged cells all take the value of their first one.
    ///   - limits: what is too long.
    init(_ sheet: Int, fillsMerged: Bool, limits: RowLimits) {
        self.sheet = sheet
        self.limits = limits
        merged = fillsMerged ? MergedCells(columns: limits.columns) : nil
        row = CellRow(limits: limits)
    }

    /// Begins with the content of the spreadsheet.
    func open(_ source: any ByteSource) throws(UnreadableDelivery) { stream = try XMLStream(source, self) }

    var bytesDone: Int64 { stream?.bytesDone ?? 0 }

    func next() throws(UnreadableDelivery) -> Bool {
        guard let stream else { return false }
        if repeats > 0, row.count > 0 || row.fault != nil { return try handOn() }
        while try stream.advance() {
            try merged?.fill(&row, at: rowNumber + 1)
            row.arrange()
            if row.count > 0 || row.fault != nil { return try handOn() }
            rowNumber = min(CellReference.most, rowNumber + repeats)
            repeats = 0
        }
        return false
    }

    /// Hands on the row once more. Each time it has a byte of its own, by which it is known.
    private func handOn() throws(UnreadableDelivery) -> Bool {
        rowNumber = min(CellReference.most, rowNumber + 1)
        guard rowStart < rowEnd else { throw .brokenWorkbook("number-rows-repeated, \(rowNumber)") }
        place = RowPlace(line: rowNumber, byteOffset: rowStart, byteLength: rowEnd - rowStart)
        rowStart += 1
        repeats -= 1
        return true
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if tableDepth == 0 {
            guard depth == 4, name.is("table") else { return }
            if tables == sheet { tableDepth = depth }
            tables += 1
        } else if rowDepth == 0 {
            if name.is("table-row") { beginRow(attributes) }
        } else if cellDepth == 0 {
            if name.is("table-cell") || name.is("covered-table-cell") { beginCell(attributes) }
        } else if leftOutDepth == 0 {
            if cell.begin(name, attributes, limits) { leftOutDepth = depth }
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if cellDepth > 0, leftOutDepth == 0 { cell.append(bytes, limits) }
    }

    override func end(_ name: XMLName) {
        switch depth {
        case leftOutDepth: leftOutDepth = 0
        case cellDepth: endCell()
        case rowDepth: endRow()
        case tableDepth: tableDepth = 0
        default: if cellDepth > 0, leftOutDepth == 0 { cell.end(name) }
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        rowDepth = depth
        rowStart = position.lowerBound
        column = 0
        row.reset()
        repeats = Self.count(attributes, "number-rows-repeated")
    }

    private func endRow() {
        rowDepth = 0
        rowEnd = position.upperBound
        pause()
    }

    private func beginCell(_ attributes: XMLAttributes) {
        cellDepth = depth
        cell.reset(attributes)
        guard merged != nil else { return }
        let rows = Self.count(attributes, "number-rows-spanned")
        let columns = Int(Self.count(attributes, "number-columns-spanned"))
        guard rows > 1 || columns > 1 else { return }
        merged?.add(.init(rows: (rowNumber + 1)...(rowNumber + rows), columns: column...(column + columns - 1)))
    }

    private func endCell() {
        cellDepth = 0
        if cell.isTooLong { row.refuse(.tooLong(limits)) }
        let value = cell.value
        if !value.isEmpty {
            // What goes beyond the last column is refused with its first cell there.
            let count = min(cell.repeats, Int64(max(1, limits.columns + 1 - column)))
            for offset in 0..<Int(count) { row.put(value.span, column + offset) }
        }
        column = Int(min(CellReference.most, Int64(column) + cell.repeats))
    }

    static func count(_ attributes: XMLAttributes, _ name: StaticString) -> Int64 {
        guard let text = attributes.text(name), let count = Int64(text) else { return 1 }
        return min(CellReference.most, max(1, count))
    }
}
