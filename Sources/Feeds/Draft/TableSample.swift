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

    package init(name: String) { self.name = name }
}
