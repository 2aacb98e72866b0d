import Model
package import Postgres

extension DeliveryStore {
    /// The delivery of the feed with these bytes that says as much: one that was read, or, given the reason why nothing
    /// can be read of them, one that was refused for it before.
    ///
    /// The same bytes exported at another time say something new: of a register that it was so then, or is so again; of an
    /// increment that nothing more came then. Where the file bears no such time they change nothing. What was refused is
    /// tried again: the mapping may have been mended since.
    func known(
        _ header: DeliveryHeader,
        unreadable reason: String? = nil,
        _ session: borrowing Session
    ) throws -> Int64? {
        let parameters: [Parameter] = [
            .integer32(header.region), .text(header.feed), .bytes(header.sha256),
            .optional(instant: header.exportedAt?.microseconds),
        ]
        // Two statements, for one could use no index of either.
        guard let reason else {
            return try session.run(
                """
                SELECT number FROM docket.delivery
                WHERE region = $1 AND feed = $2 AND sha256 = $3 AND unreadable IS NULL
                    AND coalesce($4 = exported_at, $4 IS NULL)
                ORDER BY number LIMIT 1
                """,
                parameters
            ).first { row in try row.integer(0) }
        }
        return try session.run(
            """
            SELECT number FROM docket.delivery
            WHERE region = $1 AND feed = $2 AND sha256 = $3 AND unreadable = $5
                AND coalesce($4 = exported_at, $4 IS NULL)
            ORDER BY number LIMIT 1
            """,
            parameters + [.text(reason)]
        ).first { row in try row.integer(0) }
    }

    /// The hashes of the feed's deliveries of so many bytes, the latest first: what a file of that size may well be.
    ///
    /// - Throws: `DatabaseError`.
    package func hashes(
        ofSize bytes: Int64,
        feed: String,
        region: Int32,
        _ session: borrowing Session
    ) throws -> [[UInt8]] {
        try session.run(
            """
            SELECT sha256 FROM docket.delivery WHERE region = $1 AND feed = $2 AND bytes = $3
            GROUP BY sha256 ORDER BY max(number) DESC LIMIT 3
            """,
            [.integer32(region), .text(feed), .integer(bytes)]
        ).map { row in try row.bytes(0) }
    }
}
