package import Model
package import Postgres

/// A delivery that was taken, as far as it takes to read its bytes again.
package struct ArchivedDelivery: Equatable, Sendable {
    package var region: Int32
    package var number: Int64
    package var feed: String
    package var kind: Kind
    package var sha256: [UInt8]
    package var fileName: String
    package var bytes: Int64
    package var exportedAt: Instant?
    package var receivedAt: Instant
    /// Why nothing could be read of it; nil where rows were.
    package var unreadable: String?

    /// The delivery with this number, or nil where there is none.
    ///
    /// - Throws: `DatabaseError`.
    package static func find(
        _ number: Int64,
        region: Int32,
        _ session: borrowing Session
    ) throws -> ArchivedDelivery? {
        try session.run(
            """
            SELECT d.feed, d.kind, d.sha256, d.file_name, d.bytes, d.exported_at, d.received_at, d.unreadable
            FROM docket.delivery d WHERE d.region = $1 AND d.number = $2
            """,
            [.integer32(region), .integer(number)]
        ).first { row in
            ArchivedDelivery(
                region: region,
                number: number,
                feed: try row.text(0),
                kind: try row.word(1),
                sha256: try row.bytes(2),
                fileName: try row.text(3),
                bytes: try row.integer(4),
                exportedAt: try row.optionalInstant(5).map { Instant(microseconds: $0) },
                receivedAt: Instant(microseconds: try row.instant(6)),
                unreadable: try row.optionalText(7)
            )
        }
    }
}
