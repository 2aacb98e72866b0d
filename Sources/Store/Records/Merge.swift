package import Model
package import Postgres

/// Compares the staged rows of a delivery with the records known, and adds what is new.
///
/// Written without `MERGE`, triggers or command tags: every count is counted from `RETURNING`.
package struct Merge {
    let table: RecordTable
    private let region: Int32
    private let delivery: Int64
    /// When the source exported the delivery, or else when it arrived; orders the revisions of a record.
    private let versionAt: Instant
    /// Where deliveries bear no time of their own, the later arrival is the later word, even at the same moment.
    let isOrderedByArrival: Bool

    /// - Parameters:
    ///   - table: of the kind of record delivered.
    ///   - region: whose records they are.
    ///   - delivery: its number.
    ///   - exportedAt: when the source exported it; nil where it does not tell.
    ///   - receivedAt: when it arrived.
    package init(
        _ table: RecordTable,
        region: Int32,
        delivery: Int64,
        exportedAt: Instant?,
        receivedAt: Instant
    ) {
        self.table = table
        self.region = region
        self.delivery = delivery
        versionAt = exportedAt ?? receivedAt
        isOrderedByArrival = exportedAt == nil
    }

    /// How the rows of a delivery fared.
    package struct Tally: Equatable, Sendable {
        package var stored: Int64 = 0
        package var revised: Int64 = 0
        package var unchanged: Int64 = 0
        package var rejected: Int64 = 0
        /// Revisions of which the export shows that they stood longer than was known: what checks say may change.
        package var lengthened: Int64 = 0
        /// Keys under which rows of the file say different things.
        package var disputedKeys: Int64 = 0
    }

    /// - Parameters:
    ///   - session: in the transaction of the delivery.
    ///   - offered: how many records there are in all.
    ///   - straight: how many of them went straight to the table, because their keys were heard of for the first time.
    /// - Returns: how the records fared.
    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, offered: Int64, straight: Int64 = 0) throws -> Tally {
        var tally = Tally()
        tally.stored = straight
        guard tally.stored < offered else { return tally }
        if straight > 0 { try session.run(stageRepeated, [.integer32(region), .integer(delivery)]) }
        tally.stored += try count(session, insertFresh)
        guard tally.stored < offered else { return tally }
        // Without figures the planner takes the table for a few rows, and compares each with each.
        try session.run("ANALYZE \(Staging.name) (part, byte_from, reason, key, content_hash)")
        tally.revised = try count(session, insertRevisions)
        tally.unchanged = offered - tally.stored - tally.revised
        tally.disputedKeys = try session.run(countDisputed).single { row in try row.integer(0) }
        try session.run(confirmUnchanged, [.integer32(region), .integer(delivery), .instant(versionAt.microseconds)])
        tally.lengthened = try count(session, lengthenEarlier)
        guard tally.revised > 0 else { return tally }
        if tally.stored > 0 {
            try session.run(shortenFresh, [.integer32(region), .integer(delivery), .instant(versionAt.microseconds)])
        }
        try session.run(electLatest, [.integer32(region), .integer(delivery)])
        return tally
    }

    /// Moves the rejected rows of the staging table to where they are kept, and counts them.
    package func reject(_ session: borrowing Session) throws -> Int64 {
        let rejected = try session.run(
            """
            WITH moved AS (
                INSERT INTO docket.rejection
                    (region, delivery, part, line, byte_from, byte_length, reason, column_name, explanation, key)
                SELECT $1, $2, part, line, byte_from, byte_length, reason, column_name, explanation, key
                FROM \(Staging.name) WHERE reason IS NOT NULL ORDER BY part, byte_from
                RETURNING 1)
            SELECT count(*) FROM moved
            """,
            [.integer32(region), .integer(delivery)]
        ).single { row in try row.integer(0) }
        guard rejected > 0 else { return 0 }
        try session.run(
            """
            INSERT INTO docket.rejection_raw (region, delivery, part, byte_from, raw)
            SELECT $1, $2, part, byte_from, raw FROM \(Staging.name) WHERE reason IS NOT NULL ORDER BY part, byte_from
            """,
            [.integer32(region), .integer(delivery)]
        )
        return rejected
    }

    /// Names rows that carry no key by their content and how often it has occurred: identical rows of one file stay
    /// apart, and the same file in other bytes still says nothing new. Those of a replayed file that were taken before
    /// keep the first of the numbers, whatever their order.
    package func nameByContent(_ session: borrowing Session) throws {
        try session.run(
            """
            UPDATE \(Staging.name) s SET key = encode(s.content_hash, 'hex') || '#' || o.occurrence
            FROM (SELECT part, byte_from,
                      row_number() OVER (PARTITION BY content_hash ORDER BY reason IS NULL, part, byte_from) AS occurrence
                  FROM \(Staging.name) WHERE \(Self.isRead)) o
            WHERE o.part = s.part AND o.byte_from = s.byte_from AND \(Self.isRead)
            """
        )
    }

    /// Notes how many keys of the delivery are disputed. A replay may find more of them, and never fewer.
    package func note(disputedKeys keys: Int64, _ session: borrowing Session) throws {
        guard keys > 0 else { return }
        try session.run(
            """
            UPDATE docket.delivery SET disputed_keys = greatest(disputed_keys, $3) WHERE region = $1 AND number = $2
            """,
            [.integer32(region), .integer(delivery), .integer(keys)]
        )
    }

    private func count(_ session: borrowing Session, _ sql: String) throws -> Int64 {
        try session.run(sql, [.integer32(region), .integer(delivery), .instant(versionAt.microseconds)])
            .single { row in try row.integer(0) }
    }
}
