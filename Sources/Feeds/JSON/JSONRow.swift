import Model

/// Takes the wanted cells out of one JSON value that is known to be sound.
struct JSONRow {
    let columns: ColumnTree
    /// Whether a name that is neither wanted nor ignored is a fault.
    let refusesUnknown: Bool
    /// The text of the cells, one behind the other; empty where they stand in the value itself.
    private(set) var text: [UInt8] = []
    /// Whether nothing in the value is escaped: then the cells are places in it, and nothing is copied.
    private(set) var isPlain = false
    private(set) var cells: [SourceCell]
    private var isFilled: [Bool]
    /// Where in the value reading stands.
    var cursor = 0
    /// What the members of the row before stood for, in their order: -1 for a name not wanted. Rows of one export are
    /// mostly alike, and a name is then found at once.
    private var alike: [Int] = []
    /// How many members came before in this row.
    private var ordinal = 0
    /// The cell of each member of the rows that are all like one that was sound, in their order; -1 for none.
    private var wanted: [Int] = []
    /// The edition of the names those rows have.
    private var edition = -1

    /// More than so many members of a row are not remembered.
    private static let mostAlike = 1024

    /// Stands in while the other is at work.
    static let idle = JSONRow(columns: ColumnTree(names: []), refusesUnknown: false)

    init(columns: ColumnTree, refusesUnknown: Bool) {
        self.columns = columns
        self.refusesUnknown = refusesUnknown
        cells = Array(repeating: .none, count: columns.names.count)
        isFilled = Array(repeating: false, count: columns.names.count)
    }

    /// Fills the cells from an object whose members were followed: where they are called as those of a row that was
    /// sound, nothing is looked for again.
    mutating func read(_ value: Span<UInt8>, followedAs members: JSONMembers) throws(RowFault) {
        if members.isFlat, members.edition == edition, members.count <= wanted.count { return fill(members) }
        edition = -1
        try read(value)
        guard isPlain, members.isFlat, ordinal == members.count, ordinal <= alike.count else { return }
        edition = members.edition
        wanted = alike.prefix(ordinal).map { $0 < 0 ? -1 : columns.cell(of: $0) ?? -1 }
    }

    private mutating func fill(_ members: JSONMembers) {
        isPlain = true
        for index in cells.indices { cells[index] = .none }
        for index in 0..<members.count where wanted[index] >= 0 { cells[wanted[index]] = members.values[index] }
    }

    /// Fills the cells from an object. What it does not have stays empty, and so does null.
    mutating func read(_ value: Span<UInt8>) throws(RowFault) {
        text.removeAll(keepingCapacity: true)
        for index in cells.indices { (cells[index], isFilled[index]) = (.none, false) }
        (cursor, ordinal) = (0, 0)
        isPlain = value.firstPlace(of: UInt8(ascii: "\\"), from: 0) == value.count
        skipBlanks(value)
        guard cursor < value.count, value[cursor] == UInt8(ascii: "{") else {
            throw RowFault(.shape, nil, "不是对象 / not an object")
        }
        try readObject(value, node: 0)
    }

    private mutating func readObject(_ value: Span<UInt8>, node: Int) throws(RowFault) {
        cursor += 1
        while let byte = next(value), byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: ",") {
                cursor += 1
                continue
            }
            let range = string(value)
            let place =
                if isPlain { try place(of: value.extracting(range), within: node) } else {
                    try place(ofEscaped: range, value, node)
                }
            _ = next(value)
            cursor += 1
            try readMember(value, at: place)
        }
        cursor += 1
    }

    private mutating func readArray(_ value: Span<UInt8>, node: Int) throws(RowFault) {
        cursor += 1
        var index = 0
        while let byte = next(value), byte != UInt8(ascii: "]") {
            if byte == UInt8(ascii: ",") {
                cursor += 1
                continue
            }
            let number = Array(String(index).utf8)
            index += 1
            try readMember(value, at: place(of: number.span, within: node))
        }
        cursor += 1
    }

    /// What a name within a node stands for; nil where it is not wanted.
    private mutating func place(of name: Span<UInt8>, within node: Int) throws(RowFault) -> Int? {
        defer { ordinal &+= 1 }
        if ordinal < alike.count {
            let guess = alike[ordinal]
            if columns.isChild(guess, named: name, of: node) { return guess }
        }
        let found = columns.nodes[node].child(name)
        if ordinal < alike.count {
            alike[ordinal] = found ?? -1
        } else if ordinal < Self.mostAlike {
            alike.append(found ?? -1)
        }
        guard found != nil || !refusesUnknown else { throw unknown(name) }
        return found
    }

    private mutating func place(
        ofEscaped range: Range<Int>,
        _ value: Span<UInt8>,
        _ node: Int
    ) throws(RowFault) -> Int? {
        var name: [UInt8] = []
        guard JSONText.append(value.extracting(range), to: &name) else { throw loneSurrogate(nil) }
        return try place(of: name.span, within: node)
    }

    /// The value the cursor is before, which goes where `place` says.
    private mutating func readMember(_ value: Span<UInt8>, at place: Int?) throws(RowFault) {
        guard let byte = next(value) else { return }
        guard let place, !columns.nodes[place].isIgnored else { return skip(value) }
        if let column = columns.nodes[place].column { return try fill(column, from: value, byte) }
        switch byte {
        case UInt8(ascii: "{") where !columns.nodes[place].children.isEmpty: try readObject(value, node: place)
        case UInt8(ascii: "[") where !columns.nodes[place].children.isEmpty: try readArray(value, node: place)
        default: skip(value)
        }
    }

    private mutating func fill(_ column: Int, from value: Span<UInt8>, _ byte: UInt8) throws(RowFault) {
        guard !isFilled[column] else {
            throw RowFault(
                .duplicate,
                columns.names[column],
                "同一名称出现两次 / the name stands twice in one row"
            )
        }
        isFilled[column] = true
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw RowFault(
                .shape,
                columns.names[column],
                "是对象或数组，不是一个值；请映射到其中的名称 / an object or array, not a value; map a name within it"
            )
        case UInt8(ascii: "\""):
            let range = string(value)
            guard !isPlain else { return put(range, column) }
            let start = text.count
            guard JSONText.append(value.extracting(range), to: &text) else { throw loneSurrogate(column) }
            put(start..<text.count, column)
        case UInt8(ascii: "n"):
            cursor += 4
        default:
            let range = plain(value)
            guard !isPlain else { return put(range, column) }
            let start = text.count
            text.append(copying: value.extracting(range))
            put(start..<text.count, column)
        }
    }

    private mutating func put(_ range: Range<Int>, _ column: Int) {
        cells[column] = SourceCell(
            start: UInt32(clamping: range.lowerBound),
            end: UInt32(clamping: range.upperBound),
            hasDoubledQuotes: false
        )
    }
}
