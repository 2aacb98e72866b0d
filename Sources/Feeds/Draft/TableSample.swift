package import Model
package import Settings

/// What was found of a file nobody described yet: how it is written, and what stands in its columns.
package struct TableSample: Equatable, Sendable, Codable {
    package var format: FileFormat
    package var packing: Packing?
    /// The member or sheet that was looked at; nil where the file is one part.
    package var part: String?
    /// Members or sheets beside it.
    package var otherParts: [String] = []
    /// Character set as it is to be shown, and how it is known.
    package var encoding: String
    package var encodingBy: DeliveryPart.EncodingSource
    /// The line the names stand on.
    package var headerLine: Int64
    package var columns: [ColumnSample]
    package var rows: Int64 = 0
    /// Rows of broken shape.
    package var brokenRows: Int64 = 0
    /// Rows of which one cell alone is filled, where there are several columns, and the line of the first.
    package var loneRows: Int64 = 0
    package var firstLoneLine: Int64?
    /// Patterns of rows that are no records, of which some were met.
    package var footers: [String] = []
    /// The columns of the key that is proposed; none where rows have no number.
    package var keyColumns: [String] = []
    /// Rows whose key comes again; nil where none is proposed.
    package var repeated: RepeatedKeys?
    /// Rows that go on with the one before.
    package var goingOn: Int64 = 0
}

extension TableSample {
    /// - Parameters:
    ///   - gathered: what stands in the rows.
    ///   - format: how they are written.
    ///   - encoding: in which character set, as it is to be shown, and how that is known.
    ///   - footers: patterns of rows that are no records, of which some were met.
    init(
        _ gathered: SampleRows.Gathered,
        _ format: FileFormat,
        encoding: (name: String, by: DeliveryPart.EncodingSource),
        footers: [String]
    ) {
        self.init(
            format: format,
            encoding: encoding.name,
            encodingBy: encoding.by,
            headerLine: gathered.line,
            columns: gathered.columns,
            rows: gathered.rows,
            brokenRows: gathered.broken,
            loneRows: gathered.lone,
            firstLoneLine: gathered.firstLoneLine,
            footers: footers
        )
    }

    /// Takes what a second look at the rows found.
    mutating func take(_ again: SampleRows.Gathered, key: [String]) {
        (keyColumns, repeated) = (key, key.isEmpty ? nil : again.keys.repeated)
        brokenRows = again.broken
    }
}

/// What stands in one column. Not masked: never to be shown as it is.
package struct ColumnSample: Equatable, Sendable, Codable {
    package var name: String
    /// Rows where something stands in it.
    package var filled: Int64 = 0
    /// The first values, cut where they are long.
    package var samples: [String] = []
    /// All different values, as long as they are few.
    package var words: [String]? = []
    /// How many values each form of a time reads.
    package var times: [String: Int64] = [:]
    /// Values with a decimal point.
    package var fractions: Int64 = 0
    /// Two forms that read some value as two times, though neither fails where the other reads.
    package var rivals: [String] = []
    /// Of the first columns each, in how many rows of more than one text both are empty.
    package var emptyBeside: [Int64] = []

    package init(name: String) { self.name = name }
}
