import Feeds
import Model
import Settings

/// What one step of the reader brought.
enum ReadEntry: Equatable {
    case row(RowPlace, [[UInt8]])
    case rejected(RowRejection, raw: [UInt8])

    /// The fields as text, or the word for the reason of the rejection.
    var summary: [String] {
        switch self {
        case .row(_, let fields): fields.map { String(decoding: $0, as: UTF8.self) }
        case .rejected(let rejection, _): ["!" + rejection.reason.rawValue]
        }
    }

    var range: Range<Int64> {
        switch self {
        case .row(let place, _): place.byteOffset..<(place.byteOffset + place.byteLength)
        case .rejected(let rejection, _):
            rejection.byteOffset..<(rejection.byteOffset + rejection.byteLength)
        }
    }

    var line: Int64 {
        switch self {
        case .row(let place, _): place.line
        case .rejected(let rejection, _): rejection.line
        }
    }
}

extension CSVDialect {
    static func plain(
        _ delimiter: Character = ",",
        quote: Character? = "\"",
        encoding: TextEncoding = .utf8,
        headerRow: Int = 1
    ) -> CSVDialect {
        CSVDialect(
            encoding: encoding,
            delimiter: delimiter.asciiValue ?? 0x2C,
            quote: quote.flatMap(\.asciiValue),
            layout: TableLayout(heading: .row(headerRow))
        )
    }
}

extension UnnamedFile {
    /// The file as a table under its names.
    func table(
        _ dialect: CSVDialect = .plain(),
        limits: RowLimits = .standard,
        bufferSize: Int = 1 << 16
    ) throws(UnreadableDelivery) -> TableReader<CSVReader> {
        try TableReader(
            CSVReader(reading: FileSource(descriptor), dialect: dialect, limits: limits, bufferSize: bufferSize),
            layout: dialect.layout,
            feed: .example(csv: dialect)
        )
    }
}

/// Reads a whole file.
func read(
    _ bytes: [UInt8],
    _ dialect: CSVDialect = .plain(),
    limits: RowLimits = .standard,
    bufferSize: Int = 1 << 16
) throws(UnreadableDelivery) -> [ReadEntry] {
    let file = UnnamedFile(bytes)
    var reader = try file.table(dialect, limits: limits, bufferSize: bufferSize)
    var entries: [ReadEntry] = []
    while true {
        switch try reader.next() {
        case .end: return entries
        case .row:
            let fields = reader.withRow { _, row, fields in
                fields.indices.map { index in
                    var content: [UInt8] = []
                    content.append(field: fields[index], of: row, quote: dialect.quote)
                    return content
                }
            }
            entries.append(.row(reader.place, fields))
        case .rejected(let rejection):
            let raw = reader.withRow { row, _, _ in row.indices.map { row[$0] } }
            entries.append(.rejected(rejection, raw: raw))
        }
    }
}

func read(
    _ text: String,
    _ dialect: CSVDialect = .plain(),
    limits: RowLimits = .standard,
    bufferSize: Int = 1 << 16
) throws(UnreadableDelivery) -> [ReadEntry] {
    try read(Array(text.utf8), dialect, limits: limits, bufferSize: bufferSize)
}
