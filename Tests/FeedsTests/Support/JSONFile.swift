import Feeds
import Model
import Settings

/// The columns of the examples: two names, one within another, and one left out on purpose.
private let wanted = ["no", "at", "car.plate", "values.1"]

/// Reads a whole file of JSON.
func readJSON(
    _ bytes: [UInt8],
    _ layout: JSONShape.Layout = .document(path: []),
    limits: RowLimits = .standard,
    unknown: FeedDefinition.UnknownColumns = .ignore,
    contents: FeedDefinition.Contents = .increment,
    bufferSize: Int = 1 << 16
) throws(UnreadableDelivery) -> [ReadEntry] {
    let file = UnnamedFile(bytes)
    var feed = FeedDefinition.example(
        columns: wanted.map { ColumnMapping(field: $0, columns: [$0]) },
        ignored: ["note"],
        unknown: unknown
    )
    feed.contents = contents
    var reader = JSONReader(
        reading: FileSource(file.descriptor),
        shape: JSONShape(layout: layout),
        feed: feed,
        limits: limits,
        bufferSize: bufferSize
    )
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

func readJSON(
    _ text: String,
    _ layout: JSONShape.Layout = .document(path: []),
    unknown: FeedDefinition.UnknownColumns = .ignore
) throws(UnreadableDelivery) -> [ReadEntry] {
    try readJSON(Array(text.utf8), layout, unknown: unknown)
}
