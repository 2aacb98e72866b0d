import Model

/// Takes the wanted cells out of one JSON value that is known to be sound.
struct JSONRow {
    let columns: ColumnTree
    /// Whether a name that is neither wanted nor ignored is a fault.
    let refusesUnknown: Bool
    /// The text of the cells, one behind the other.
    private(set) var text: [UInt8] = []
    private(set) var cells: [SourceCell]
    private var isFilled: [Bool]
    private var name: [UInt8] = []
    private var cursor = 0

    /// Stands in while the other is at work.
    static let idle = JSONRow(columns: ColumnTree(names: []), refusesUnknown: false)

    init(columns: ColumnTree, refusesUnknown: Bool) {
        self.columns = columns
        self.refusesUnknown = refusesUnknown
        cells = Array(repeating: .none, count: columns.names.count)
        isFilled = Array(repeating: false, count: columns.names.count)
    }

    /// Fills the cells from an object. What it does not have stays empty, and so does null.
    mutating func read(_ value: Span<UInt8>) throws(RowFault) {
        text.removeAll(keepingCapacity: true)
        for index in cells.indices { (cells[index], isFilled[index]) = (.none, false) }
        cursor = 0
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
            name.removeAll(keepingCapacity: true)
            guard JSONText.append(value.extracting(range), to: &name) else { throw loneSurrogate(nil) }
            _ = next(value)
            cursor += 1
            try readMember(value, of: node)
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
            name = Array(String(index).utf8)
            index += 1
            try readMember(value, of: node)
        }
        cursor += 1
    }

    /// The value the cursor is before, which `name` names within `node`.
    private mutating func readMember(_ value: Span<UInt8>, of node: Int) throws(RowFault) {
        guard let byte = next(value) else { return }
        guard let place = columns.nodes[node].child(name.span) else {
            guard !refusesUnknown else { throw unknown() }
            return skip(value)
        }
        let found = columns.nodes[place]
        if found.isIgnored { return skip(value) }
        if !found.children.isEmpty, found.column == nil {
            if byte == UInt8(ascii: "{") { return try readObject(value, node: place) }
            if byte == UInt8(ascii: "[") { return try readArray(value, node: place) }
        }
        guard let column = found.column else { return skip(value) }
        try fill(column, from: value, byte)
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
        let start = text.count
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw RowFault(
                .shape,
                columns.names[column],
                "是对象或数组，不是一个值；请映射到其中的名称 / an object or array, not a value; map a name within it"
            )
        case UInt8(ascii: "\""):
            let range = string(value)
            guard JSONText.append(value.extracting(range), to: &text) else { throw loneSurrogate(column) }
        case UInt8(ascii: "n"): cursor += 4
        default:
            let range = plain(value)
            text.append(copying: value.extracting(range))
        }
        cells[column] = SourceCell(
            start: UInt32(clamping: start),
            end: UInt32(clamping: text.count),
            hasDoubledQuotes: false
        )
    }

    private func unknown() -> RowFault {
        let shown = String(decoding: name.prefix(60), as: UTF8.self)
        return RowFault(
            .unknownColumn,
            shown,
            "有未声明的名称，写入 columns 或 ignore，或设 unknown_columns: ignore / "
                + "a name the feed does not know: put it in `columns` or `ignore`, or set `unknown_columns: ignore`"
        )
    }

    private func loneSurrogate(_ column: Int?) -> RowFault {
        RowFault(
            .encoding,
            column.map { columns.names[$0] },
            "\\u 转义不成字符 / an escape that is half a character"
        )
    }

    // MARK: - Moving over what is known to be sound

    private mutating func skipBlanks(_ value: Span<UInt8>) {
        while cursor < value.count, JSONText.isBlank(value[cursor]) { cursor &+= 1 }
    }

    /// The next byte that is no blank, with the cursor on it.
    private mutating func next(_ value: Span<UInt8>) -> UInt8? {
        skipBlanks(value)
        return cursor < value.count ? value[cursor] : nil
    }

    /// What stands between the quotes of the string the cursor is on; the cursor goes behind it.
    private mutating func string(_ value: Span<UInt8>) -> Range<Int> {
        cursor += 1
        let start = cursor
        while cursor < value.count {
            let byte = value[cursor]
            if byte == UInt8(ascii: "\"") { break }
            cursor &+= byte == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(cursor, value.count)
        cursor = end + 1
        return min(start, end)..<end
    }

    /// A number, `true`, `false` or `null`.
    private mutating func plain(_ value: Span<UInt8>) -> Range<Int> {
        let start = cursor
        while cursor < value.count {
            switch value[cursor] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D:
                return start..<cursor
            default: cursor += 1
            }
        }
        return start..<cursor
    }

    private mutating func skip(_ value: Span<UInt8>) {
        var depth = 0
        while let byte = next(value) {
            switch byte {
            case UInt8(ascii: "\""): _ = string(value)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                cursor += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                cursor += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): cursor += 1
            default: _ = plain(value)
            }
            if depth <= 0 { return }
        }
    }
}
