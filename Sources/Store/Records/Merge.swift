package import Model
package import Postgres

/// Compares the staged rows of a delivery with the records known, and adds what is new.
///
/// Written without `MERGE`, triggers or command tags: every count is counted from `RETURNING`.
package struct Merge {
    private let table: RecordTable
    private let region: Int32
    private let delivery: Int64
    /// When the source exported the delivery, or else when it arrived; orders the revisions of a record.
    private let versionAt: Instant
    /// Where deliveries bear no time of their own, the later arrival is the later word, even at the same moment.
    private let isOrderedByArrival: Bool

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
        /// Rows of an older export that show how long an earlier revision still stood: what checks say may change.
        package var lengthened: Int64 = 0
    }

    /// - Throws: `DatabaseError`.
    package func run(_ session: borrowing Session, offered: Int64) throws -> Tally {
        var tally = Tally()
        tally.stored = try count(session, insertFresh)
        guard tally.stored < offered else { return tally }
        tally.revised = try count(session, insertRevisions)
        tally.unchanged = offered - tally.stored - tally.revised
        try session.run(confirmUnchanged, [.integer32(region), .integer(delivery), .instant(versionAt.microseconds)])
        tally.lengthened = try count(session, lengthenEarlier)
        guard tally.revised > 0 else { return tally }
        try session.run(electLatest, [.integer32(region), .integer(delivery)])
        return tally
    }

    /// Moves the rejected rows of the staging table to where they are kept, and counts them.
    package func reject(_ session: borrowing Session) throws -> Int64 {
        let rejected = try session.run(
            """
            WITH moved AS (
                INSERT INTO docket.rejection
                    (region, delivery, part, line, byte_from, byte_length, reason, column_name, explanation)
                SELECT $1, $2, part, line, byte_from, byte_length, reason, column_name, explanation
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

    private func count(_ session: borrowing Session, _ sql: String) throws -> Int64 {
        try session.run(sql, [.integer32(region), .integer(delivery), .instant(versionAt.microseconds)])
            .single { row in try row.integer(0) }
    }
}

extension Merge {
    /// Rows of the file that are records, to be taken now or taken before.
    private static let isRead = "(reason IS NULL OR reason = '\(Staging.aside)')"

    private var copied: String {
        (RecordTable.provenance + table.valueColumns).joined(separator: ", ")
    }

    private var copiedFromStaging: String {
        (RecordTable.provenance + table.valueColumns)
            .map { "s." + $0 }.joined(separator: ", ")
    }

    /// Rows whose key is seen for the first time. Of two rows with one key in the file the first is taken.
    ///
    /// No `ORDER BY`: a scan of a temporary table returns rows as they were copied in, which is the order of lines, and
    /// sorting a million wide rows costs as much as a third of storing them.
    private var insertFresh: String {
        """
        WITH fresh AS (
            INSERT INTO \(table.name) (region, key, revision, latest, seen_at, delivery, \(copied))
            SELECT $1, s.key, 1, true, $3, $2, \(copiedFromStaging)
            FROM \(Staging.name) s WHERE s.reason IS NULL
            ON CONFLICT (region, key, revision) DO NOTHING
            RETURNING 1)
        SELECT count(*) FROM fresh
        """
    }

    /// Rows of known keys that say something else than is known.
    ///
    /// The last row of a key in the file is what the export says, and is a revision if it differs from the revision
    /// that counts. A row before it, or any row of an export no newer than what is known, is one only if it says what no
    /// revision ever said: so the same records delivered again in other bytes add nothing. A replayed row may have been
    /// rejected behind one that counts by this very export: then it outdoes that one.
    private var insertRevisions: String {
        """
        WITH known AS (
            SELECT s.part, s.byte_from, s.key, s.reason, s.content_hash, e.content_hash AS counts, e.seen_at,
                row_number() OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) - 1 AS followers,
                lag(s.content_hash) OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from) AS before,
                first_value(s.content_hash)
                    OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) AS final,
                bool_or(s.reason = '\(Staging.aside)' AND s.content_hash = e.content_hash)
                    OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS outdoes
            FROM \(Staging.name) s
            JOIN \(table.name) e ON e.region = $1 AND e.key = s.key AND e.latest
            WHERE s.reason = '\(Staging.aside)' OR (s.reason IS NULL
                AND NOT (e.delivery = $2 AND e.part = s.part AND e.byte_from = s.byte_from))),
        altered AS MATERIALIZED (SELECT * FROM known WHERE content_hash <> counts AND reason IS NULL),
        said AS MATERIALIZED (
            SELECT DISTINCT r.key, r.content_hash FROM \(table.name) r
            JOIN (SELECT DISTINCT key FROM altered) a ON r.region = $1 AND r.key = a.key),
        news AS (
            SELECT k.part, k.byte_from, k.key, k.followers FROM altered k
            LEFT JOIN said s ON s.key = k.key AND s.content_hash = k.content_hash
            WHERE CASE WHEN k.followers = 0
                    AND (k.seen_at \(isOrderedByArrival ? "<=" : "<") $3 OR (k.outdoes AND k.seen_at = $3)) THEN true
                    ELSE (k.followers = 0 OR k.content_hash NOT IN (k.final, coalesce(k.before, k.final)))
                        AND s.key IS NULL END),
        top AS (
            SELECT r.key, max(r.revision) AS revision FROM \(table.name) r
            JOIN (SELECT DISTINCT key FROM news) n ON r.region = $1 AND r.key = n.key
            GROUP BY r.key),
        added AS (
            INSERT INTO \(table.name) (region, key, revision, latest, seen_at, delivery, \(copied))
            SELECT $1, s.key, (top.revision + row_number() OVER (PARTITION BY s.key ORDER BY s.part, s.byte_from))::integer, false,
                $3 - n.followers * interval '1 microsecond', $2, \(copiedFromStaging)
            FROM news n JOIN \(Staging.name) s ON s.part = n.part AND s.byte_from = n.byte_from JOIN top ON top.key = s.key
            ORDER BY s.part, s.byte_from
            RETURNING 1)
        SELECT count(*) FROM added
        """
    }

    /// Of the revisions of a key the one exported last counts, and among equals the one that arrived last: not the one
    /// with the highest number, for a replayed row arrived with its delivery.
    private var electLatest: String {
        """
        WITH touched AS (
            SELECT DISTINCT r.key FROM \(table.name) r
            JOIN \(Staging.name) s ON r.region = $1 AND r.key = s.key AND s.reason IS NULL
            WHERE r.delivery = $2 AND r.revision > 1),
        elected AS (
            SELECT DISTINCT ON (r.key) r.key, r.revision FROM \(table.name) r
            JOIN touched t ON r.region = $1 AND r.key = t.key
            ORDER BY r.key, r.seen_at DESC, r.delivery DESC, r.part DESC, r.byte_from DESC, r.revision DESC)
        UPDATE \(table.name) r SET latest = (r.revision = e.revision)
        FROM elected e WHERE r.region = $1 AND r.key = e.key AND r.latest <> (r.revision = e.revision)
        """
    }

    /// A later export that still says the same confirms the revision that counts.
    private var confirmUnchanged: String {
        """
        UPDATE \(table.name) r SET seen_at = $3
        FROM (SELECT DISTINCT ON (key) key, content_hash, reason FROM \(Staging.name)
              WHERE \(Self.isRead) ORDER BY key, part DESC, byte_from DESC) s
        WHERE s.reason IS NULL AND r.region = $1 AND r.key = s.key AND r.latest AND r.seen_at < $3 AND r.delivery <> $2
            AND r.content_hash = s.content_hash
        """
    }

    /// An older export that says what an earlier revision said shows that this one stood at least so long; a row that
    /// others of its key follow in the file, only until those.
    private var lengthenEarlier: String {
        """
        WITH repeated AS MATERIALIZED (
            SELECT DISTINCT r.key FROM \(table.name) r
            JOIN (SELECT DISTINCT key, content_hash FROM \(Staging.name) WHERE reason IS NULL) s
                ON r.region = $1 AND r.key = s.key AND r.content_hash = s.content_hash
            WHERE NOT r.latest AND r.seen_at < $3 AND r.delivery <> $2),
        shown AS (
            SELECT f.key, f.content_hash, $3 - min(f.followers) * interval '1 microsecond' AS at
            FROM (SELECT s.key, s.content_hash, s.reason,
                      row_number() OVER (PARTITION BY s.key ORDER BY s.part DESC, s.byte_from DESC) - 1 AS followers
                  FROM \(Staging.name) s JOIN repeated e ON e.key = s.key WHERE \(Self.isRead)) f
            WHERE f.reason IS NULL GROUP BY f.key, f.content_hash),
        lengthened AS (
            UPDATE \(table.name) r SET seen_at = s.at FROM shown s
            WHERE r.region = $1 AND r.key = s.key AND NOT r.latest AND r.seen_at < s.at AND r.delivery <> $2
                AND r.content_hash = s.content_hash
            RETURNING 1)
        SELECT count(*) FROM lengthened
        """
    }
}
