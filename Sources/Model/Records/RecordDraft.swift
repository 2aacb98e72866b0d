/// One row on its way into the store: normalised cells in the order of its kind's schema, and where it came from.
///
/// A reader fills the same draft again and again, so that a file of a million rows costs no allocation per row.
package struct RecordDraft: Sendable {
    /// Cells in the order of `Kind.schema.fields`.
    package var cells: [Cell]
    /// UTF-8 bytes that text cells, the key and raw values point into.
    package var bytes: [UInt8]
    /// The natural key, or nil for a feed whose rows carry none: then content and occurrence name the record.
    package var key: Range<Int>?
    /// Alcohol as the source wrote it, with its unit, such as `0.121 g/210L`; empty where there is none.
    package var alcoholRaw: Range<Int>
    package var defects: [Defect]
    /// First physical line of the row, counted from 1.
    package var line: Int64
    /// Where the row begins in the archived file, in bytes from 0.
    package var byteOffset: Int64
    /// How many bytes it takes, line end included.
    package var byteLength: Int64

    package init(kind: Kind) {
        cells = Array(repeating: .absent, count: kind.schema.fields.count)
        bytes = []
        key = nil
        alcoholRaw = 0..<0
        defects = []
        line = 0
        byteOffset = 0
        byteLength = 0
    }

    /// Empties the draft for the next row and keeps its memory.
    package mutating func reset() {
        for index in cells.indices { cells[index] = .absent }
        bytes.removeAll(keepingCapacity: true)
        key = nil
        alcoholRaw = 0..<0
        defects.removeAll(keepingCapacity: true)
    }
}
