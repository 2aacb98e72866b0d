import Model
import Settings

/// The cells of one row, taken from its elements as they come.
struct XMLRow {
    let columns: ColumnTree
    /// Whether a name that is neither wanted nor ignored is a fault.
    let refusesUnknown: Bool
    let limits: RowLimits
    /// The text of the cells, one behind the other.
    private(set) var text: [UInt8] = []
    private(set) var cells: [SourceCell]
    /// Why it is no row; the first reason found.
    private(set) var fault: RowFault?
    private var isFilled: [Bool]
    /// What the open elements stand for, the row's own one first; nil for what is passed over.
    private var open: [Int?] = []

    init(columns: ColumnTree, refusesUnknown: Bool, limits: RowLimits) {
        self.columns = columns
        self.refusesUnknown = refusesUnknown
        self.limits = limits
        cells = Array(repeating: .none, count: columns.names.count)
        isFilled = Array(repeating: false, count: columns.names.count)
    }

    mutating func begin(_ attributes: XMLAttributes) {
        text.removeAll(keepingCapacity: true)
        for index in cells.indices { (cells[index], isFilled[index]) = (.none, false) }
        fault = nil
        open.removeAll(keepingCapacity: true)
        open.append(0)
        take(attributes, of: 0)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard let last = open.last, let parent = last else { return open.append(nil) }
        if columns.nodes[parent].column != nil, columns.nodes[parent].children.isEmpty {
            note(
                RowFault(
                    .shape,
                    column(parent),
                    "其中还有元素，不是一个值；请映射到其中的名称 / there are elements in it, it is no value; map a name within it"
                )
            )
            return open.append(nil)
        }
        guard let node = child(name.local, of: parent), !columns.nodes[node].isIgnored else {
            return open.append(nil)
        }
        open.append(node)
        take(attributes, of: node)
        if let column = columns.nodes[node].column { begin(column) }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard fault == nil, let last = open.last, let node = last else { return }
        guard let column = columns.nodes[node].column else {
            guard refusesUnknown, !bytes.allSatisfy(JSONText.isBlank) else { return }
            return note(RowFault(.shape, column(node), "元素之间有文字 / there is text between elements"))
        }
        append(bytes, to: column)
    }

    mutating func end() { _ = open.popLast() }

    private mutating func begin(_ column: Int) {
        guard !isFilled[column] else {
            return note(RowFault(.duplicate, columns.names[column], "同一名称出现两次 / the name stands twice in one row"))
        }
        isFilled[column] = true
        cells[column] = SourceCell(
            start: UInt32(clamping: text.count),
            end: UInt32(clamping: text.count),
            hasDoubledQuotes: false
        )
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer, to column: Int) {
        guard Int(cells[column].end) == text.count else {
            guard !bytes.allSatisfy(JSONText.isBlank) else { return }
            return note(RowFault(.shape, columns.names[column], "文字被元素隔断 / its text is parted by elements"))
        }
        guard text.count + bytes.count <= limits.row else {
            return note(RowFault(.tooLong, nil, "超过 \(limits.row) 字节 / more than \(limits.row) bytes"))
        }
        text.append(contentsOf: bytes)
        cells[column] = SourceCell(
            start: cells[column].start,
            end: UInt32(clamping: text.count),
            hasDoubledQuotes: false
        )
    }

    private mutating func take(_ attributes: XMLAttributes, of node: Int) {
        attributes.forEach { name, value in
            // What speaks of the document itself, not of the row.
            guard !name.hasPrefix("xmlns"), !name.hasPrefix("xml"), !name.hasPrefix("xsi") else { return }
            let named = [UInt8(ascii: "@")] + Array(name.local)
            guard let child = named.withUnsafeBytes({ child($0, of: node) }), let column = columns.nodes[child].column
            else { return }
            begin(column)
            if fault == nil { append(value, to: column) }
        }
    }

    /// What a name stands for within another, which may be unknown.
    private mutating func child(_ name: UnsafeRawBufferPointer, of node: Int) -> Int? {
        let found = columns.nodes[node].child(name)
        guard found == nil, refusesUnknown else { return found }
        note(
            RowFault(
                .unknownColumn,
                String(decoding: name.prefix(60), as: UTF8.self),
                "有未声明的名称，写入 columns 或 ignore，或设 unknown_columns: ignore / "
                    + "a name the feed does not know: put it in `columns` or `ignore`, or set `unknown_columns: ignore`"
            )
        )
        return nil
    }

    private func column(_ node: Int) -> String? { columns.nodes[node].column.map { columns.names[$0] } }

    private mutating func note(_ found: RowFault) { fault = fault ?? found }
}
