import Feeds
import Model
import Settings

/// The columns of the examples: names, one within another, attributes, and one left out on purpose.
private let wanted = ["no", "at", "car.plate", "car.@kind", "@id"]

/// Reads a whole XML document.
func readXML(
    _ bytes: [UInt8],
    rows: [String] = ["export", "row"],
    limits: RowLimits = .standard,
    unknown: FeedDefinition.UnknownColumns = .refuse
) throws(UnreadableDelivery) -> [ReadEntry] {
    let file = UnnamedFile(bytes)
    let feed = FeedDefinition.example(
        columns: wanted.map { ColumnMapping(field: $0, columns: [$0]) },
        ignored: ["note"],
        unknown: unknown
    )
    var reader = try XMLReader(
        reading: FileSource(file.descriptor),
        shape: XMLShape(rows: rows),
        feed: feed,
        limits: limits
    )
    _ = try reader.readHeader()
    var entries: [ReadEntry] = []
    while true {
        switch try reader.next() {
        case .end: return entries
        case .row:
            let cells = reader.withRow { _, text, cells in
                cells.indices.map { index in cells[index].range.map { text[$0] } }
            }
            entries.append(.row(reader.place, cells))
        case .rejected(let rejection):
            let raw = reader.withRow { row, _, _ in row.indices.map { row[$0] } }
            entries.append(.rejected(rejection, raw: raw))
        }
    }
}

func readXML(
    _ text: String,
    rows: [String] = ["export", "row"],
    limits: RowLimits = .standard,
    unknown: FeedDefinition.UnknownColumns = .refuse
) throws(UnreadableDelivery) -> [ReadEntry] {
    try readXML(Array(text.utf8), rows: rows, limits: limits, unknown: unknown)
}
