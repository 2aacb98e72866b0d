/// What one export tells, however it is written.
package struct ExportTable: Sendable {
    /// A line above the names of the columns, as report programs print it.
    var title: String?
    let header: [String]
    let rows: [Row]
    var columns = Columns(time: 0, value: 0, text: 0)
    /// What leads to the page behind this one, in forms that have a place for it; nil on the last.
    var next: String?

    /// Where the damaging of a row finds its columns.
    struct Columns: Sendable {
        let time: Int
        let value: Int
        let text: Int
    }

    init(title: String? = nil, header: [String], rows: [Row], columns: Columns) {
        (self.title, self.header, self.rows, self.columns) = (title, header, rows, columns)
    }

    /// A table of sound rows.
    ///
    /// - Parameters:
    ///   - header: the names of the columns.
    ///   - rows: with a text for each column, empty where there is nothing.
    package init(header: [String], rows: [[String]]) {
        (self.header, self.rows) = (header, rows.map { Row(fields: $0) })
    }
}

/// One line of an export.
struct Row: Sendable {
    let fields: [String]
    var damage: Damage?
}
