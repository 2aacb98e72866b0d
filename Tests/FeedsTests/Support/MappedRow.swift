import Feeds
import Model
import Settings

/// A record as a test reads it: values by the names of their fields, nothing for what is absent.
struct MappedRow: Equatable {
    var values: [String: String] = [:]
    var key: String?
    var alcoholRaw: String
    var defects: [String: DefectReason] = [:]

    init(_ draft: RecordDraft, kind: Kind) {
        func text(_ range: Range<Int>) -> String { String(decoding: draft.bytes[range], as: UTF8.self) }
        for (cell, field) in zip(draft.cells, kind.schema.fields) {
            switch cell {
            case .absent: break
            case .integer(let value) where field.type == .instant:
                values[field.name] = Instant(microseconds: value).utcText
            case .integer(let value): values[field.name] = String(value)
            case .text(let range): values[field.name] = text(range)
            case .personal(let clear, let masked): values[field.name] = text(clear) + " " + text(masked)
            }
        }
        key = draft.key.map(text)
        alcoholRaw = text(draft.alcoholRaw)
        for defect in draft.defects { defects[kind.schema.fields[defect.field].name] = defect.reason }
    }
}

/// Maps all rows of a file that has no broken ones.
func map(_ text: String, _ feed: FeedDefinition) throws -> [Result<MappedRow, RowRejection>] {
    try map(Array(text.utf8), feed)
}

func map(_ bytes: [UInt8], _ feed: FeedDefinition) throws -> [Result<MappedRow, RowRejection>] {
    let file = UnnamedFile(bytes)
    guard case .csv(let dialect) = feed.format else { return [] }
    var reader = try TableReader(
        CSVReader(reading: FileSource(file.descriptor), dialect: dialect),
        layout: dialect.layout,
        feed: feed
    )
    var mapper = try RowMapper(feed: feed, law: .example, header: try reader.readHeader())
    var draft = RecordDraft(kind: feed.kind)
    var rows: [Result<MappedRow, RowRejection>] = []
    while case .row = try reader.next() {
        do throws(RowRejection) {
            try reader.withRow { (_, row, fields) throws(RowRejection) in
                try mapper.map(row, fields: fields, at: reader.place, into: &draft)
            }
            rows.append(.success(MappedRow(draft, kind: feed.kind)))
        } catch {
            rows.append(.failure(error))
        }
    }
    return rows
}
