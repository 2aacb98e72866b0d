package import Model
package import Postgres

/// Writes the rows of a delivery while they are read, part by part.
package struct DeliveryRows: ~Copyable {
    private var encoder: RecordEncoder
    /// Nil once a row is to be compared with what is known.
    private var straight: StraightCopy?
    /// Rejections that wait for the end of a piece, with the part they stand in.
    private var waiting: [(part: Int32, rejection: RowRejection, raw: [UInt8])] = []
    private var waitingBytes = 0
    /// Records that went straight to the table of their kind.
    private(set) var straightRecords: Int64 = 0
    /// Records and rejections written so far.
    package private(set) var records: Int64 = 0
    package private(set) var rejections: Int64 = 0
    private var parts: [Part] = []

    private struct Part {
        let part: DeliveryPart
        let rowsBefore: Int64
        var skipped: Int64 = 0
    }

    /// More rejections than so many, or of so many bytes, end a piece.
    private static let mostWaiting = 500
    private static let mostWaitingBytes = 1 << 20

    /// - Parameters:
    ///   - encoder: of the kind of record.
    ///   - straight: where records may pass the staging table by; nil where all of them must be there.
    init(encoder: RecordEncoder, straight: StraightCopy?) {
        self.encoder = encoder
        self.straight = straight
    }

    /// Begins to copy.
    func begin(_ writer: inout CopyWriter) throws {
        guard let straight else { return try writer.begin(Staging.name) }
        try straight.begin(&writer)
    }

    /// Ends the copy under way; no row may follow.
    mutating func end(_ writer: inout CopyWriter) throws {
        if straight == nil { try writer.end() } else { try endPiece(&writer) }
    }

    private mutating func turn(_ writer: inout CopyWriter) throws {
        try endPiece(&writer)
        try begin(&writer)
    }

    private mutating func endPiece(_ writer: inout CopyWriter) throws {
        guard var straight else { return }
        let isTaken = try straight.end(&writer)
        straightRecords = straight.rows
        self.straight = isTaken ? straight : nil
        guard !waiting.isEmpty else { return }
        try writer.begin(Staging.name)
        let part = encoder.part
        for row in waiting {
            encoder.part = row.part
            try encoder.rejection(row.rejection, raw: row.raw.span, to: &writer)
        }
        encoder.part = part
        waiting.removeAll(keepingCapacity: true)
        waitingBytes = 0
        try writer.end()
    }

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
        records += 1
        guard let origin = straight?.origin else { return try encoder.record(draft, to: &writer) }
        try encoder.fresh(draft, of: origin, to: &writer)
        if straight?.isFull(writer) == true { try turn(&writer) }
    }

    package mutating func reject(_ rejection: RowRejection, raw: Span<UInt8>, to writer: inout CopyWriter) throws {
        rejections += 1
        guard straight != nil else { return try encoder.rejection(rejection, raw: raw, to: &writer) }
        waiting.append((encoder.part, rejection, raw.withUnsafeBytes { [UInt8]($0) }))
        waitingBytes += raw.count
        if waiting.count >= Self.mostWaiting || waitingBytes >= Self.mostWaitingBytes { try turn(&writer) }
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
