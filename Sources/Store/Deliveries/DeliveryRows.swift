package import Model
package import Postgres

/// Writes the rows of a delivery while they are read, part by part.
package struct DeliveryRows: ~Copyable {
    private var encoder: RecordEncoder
    /// Records and rejections written so far.
    package private(set) var records: Int64 = 0
    package private(set) var rejections: Int64 = 0
    private var parts: [Part] = []

    private struct Part {
        let part: DeliveryPart
        let rowsBefore: Int64
        var skipped: Int64 = 0
    }

    init(encoder: RecordEncoder) { self.encoder = encoder }

    /// Takes note of a part that begins or ends; the rows between are its.
    package mutating func note(_ event: DeliveryPart.Event) {
        switch event {
        case .begins(let part):
            encoder.part = part.number
            parts.append(Part(part: part, rowsBefore: read))
        case .ends(let skipped):
            guard !parts.isEmpty else { return }
            parts[parts.count - 1].skipped = skipped
        }
    }

    package mutating func record(_ draft: borrowing RecordDraft, to writer: inout CopyWriter) throws {
        try encoder.record(draft, to: &writer)
        records += 1
    }

    package mutating func reject(_ rejection: RowRejection, raw: Span<UInt8>, to writer: inout CopyWriter) throws {
        try encoder.rejection(rejection, raw: raw, to: &writer)
        rejections += 1
    }

    private var read: Int64 { records + rejections }

    /// Notes the parts and how many rows each brought.
    func storeParts(of delivery: Int64, region: Int32, _ session: borrowing Session) throws {
        for (index, entry) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1].rowsBefore : read
            try session.run(
                """
                INSERT INTO docket.delivery_part (region, delivery, part, name, encoding, encoding_by, columns, read,
                    skipped)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    .integer32(region), .integer(delivery), .integer32(entry.part.number),
                    .optional(text: entry.part.name), .text(entry.part.encoding),
                    .text(entry.part.encodingBy.rawValue), .texts(entry.part.columns),
                    .integer(next - entry.rowsBefore), .integer(entry.skipped),
                ]
            )
        }
    }
}
