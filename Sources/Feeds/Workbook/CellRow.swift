import Model

/// One row of a sheet while it is put together: the texts of its cells, tabs between them, as they are shown.
struct CellRow {
    private(set) var text: [UInt8] = []
    private(set) var cells: [SourceCell]
    /// How many cells there are up to the last one that holds anything.
    private(set) var count = 0
    /// Why it is no row.
    private(set) var fault: RowFault?
    private let limits: RowLimits
    /// The cells do not stand in the text in their order.
    private var isDisordered = false

    init(limits: RowLimits) {
        self.limits = limits
        cells = Array(repeating: .none, count: limits.columns)
    }

    mutating func reset() {
        for index in 0..<min(count, cells.count) { cells[index] = .none }
        text.removeAll(keepingCapacity: true)
        (count, fault, isDisordered) = (0, nil, false)
    }

    func isBlank(_ column: Int) -> Bool { !cells.indices.contains(column) || cells[column].range.isEmpty }

    func value(_ column: Int) -> [UInt8] { isBlank(column) ? [] : Array(text[cells[column].range]) }

    /// Puts a value into a cell, counted from 0. An empty one changes nothing.
    @inline(__always)
    mutating func put(_ value: Span<UInt8>, _ column: Int) {
        guard !value.isEmpty, fault == nil, fits(value.count, column) else { return }
        begin(column)
        text.append(copying: value)
        end(column)
    }

    /// Lets somebody append the value of a cell.
    @inline(__always)
    mutating func put(_ column: Int, _ append: (inout [UInt8]) -> Void) {
        guard fault == nil, fits(0, column) else { return }
        begin(column)
        append(&text)
        end(column)
    }

    mutating func refuse(_ found: RowFault) { fault = fault ?? found }

    /// Puts the cells into their order, where they came in another.
    mutating func arrange() {
        guard isDisordered else { return }
        var arranged: [UInt8] = []
        for index in 0..<count {
            if index > 0 { arranged.append(UInt8(ascii: "\t")) }
            let start = arranged.count
            arranged.append(contentsOf: text[cells[index].range])
            cells[index] = Self.cell(start, arranged.count)
        }
        text = arranged
        isDisordered = false
    }

    private mutating func fits(_ size: Int, _ column: Int) -> Bool {
        guard column >= 0, column < cells.count else {
            refuse(RowFault(.fieldCount, nil, "超过 \(limits.columns) 列 / more than \(limits.columns) columns"))
            return false
        }
        guard size <= limits.cell, text.count + size <= limits.row else {
            refuse(.tooLong(limits))
            return false
        }
        return true
    }

    private mutating func begin(_ column: Int) {
        if column < count { isDisordered = true }
        while count <= column {
            if count > 0 { text.append(UInt8(ascii: "\t")) }
            cells[count] = Self.cell(text.count, text.count)
            count += 1
        }
        cells[column] = Self.cell(text.count, text.count)
    }

    private mutating func end(_ column: Int) {
        cells[column] = Self.cell(Int(cells[column].start), text.count)
    }

    private static func cell(_ start: Int, _ end: Int) -> SourceCell {
        SourceCell(start: UInt32(clamping: start), end: UInt32(clamping: end), hasDoubledQuotes: false)
    }
}
