/// The names of the columns, from one row or several.
struct HeadingNames {
    private let rows: [HeadingRow]
    private let isOpen: Bool

    /// - Parameters:
    ///   - rows: at least one; groups of columns stand above the names within them.
    ///   - isOpen: rows may end before their last columns, and cells without a name may stand behind the last one.
    init(_ rows: [HeadingRow], isOpen: Bool) {
        self.rows = rows
        self.isOpen = isOpen
    }

    /// - Throws: `UnreadableDelivery` where a name is missing or stands twice.
    func header() throws(UnreadableDelivery) -> SourceHeader {
        let line = rows.first?.line ?? 1
        var names = joined()
        if isOpen {
            while names.last?.isEmpty == true { names.removeLast() }
            for index in names.indices where names[index].isEmpty { names[index] = "#\(index + 1)" }
        }
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            guard !name.isEmpty else { throw .unnamedColumn(index + 1, line: line) }
            if let first = places.updateValue(index, forKey: name) {
                throw .duplicateColumn(index + 1, as: first + 1, line: line)
            }
        }
        return SourceHeader(names: names, line: line, looksLikeUTF8: rows.contains(where: \.looksLikeUTF8))
    }

    /// The texts of each column from above to below. A group's name stands over the first of its columns and counts for
    /// the empty cells behind it; a name that repeats the one above is the same cell.
    private func joined() -> [String] {
        let width = rows.map(\.names.count).max() ?? 0
        var names = [String](repeating: "", count: width)
        for (level, row) in rows.enumerated() {
            var group = ""
            for index in names.indices {
                let own = index < row.names.count ? row.names[index] : ""
                group = own.isEmpty ? group : own
                let text = level + 1 < rows.count ? group : own
                guard !text.isEmpty, text != names[index] else { continue }
                names[index] += names[index].isEmpty ? text : " " + text
            }
        }
        return names
    }
}
