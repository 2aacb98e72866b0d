import Model
import Postgres

/// Decides which exports of a register count as proof of what they lack, by how many rows each had.
///
/// What is decided follows from the exports and the rule alone, never from the order in which they came: one that comes
/// late leaves all behind it undecided (`Presence`), and they are judged anew.
struct SnapshotJudge {
    let feed: String
    let region: Int32

    /// Judges those that are undecided; and where the latest does not count, it and those before it that do not either,
    /// for the rule may have changed since.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ rule: ShrinkageRule, _ session: borrowing Session) throws {
        guard let first = try firstOpen(session) else { return }
        let sizes = try sizes(from: first, session)
        for (size, counts) in zip(sizes, rule.judge(sizes, after: try base(before: first, session))) {
            try session.run(
                """
                UPDATE docket.snapshot SET counts = $4
                WHERE region = $1 AND feed = $2 AND exported_at = $3 AND counts IS DISTINCT FROM $4
                """,
                [.integer32(region), .text(feed), .instant(size.at.microseconds), .flag(counts)]
            )
        }
    }

    private func firstOpen(_ session: borrowing Session) throws -> Instant? {
        try session.run(
            """
            SELECT least(
                (SELECT min(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2 AND counts IS NULL),
                (SELECT min(s.exported_at) FROM docket.snapshot s
                 WHERE s.region = $1 AND s.feed = $2 AND NOT s.counts AND s.exported_at > coalesce(
                     (SELECT max(c.exported_at) FROM docket.snapshot c
                      WHERE c.region = $1 AND c.feed = $2 AND c.counts), '-infinity')))
            """,
            [.integer32(region), .text(feed)]
        ).single { row in try row.optionalInstant(0).map { Instant(microseconds: $0) } }
    }

    /// The exports from a moment on. Files of one moment show the register together.
    private func sizes(from first: Instant, _ session: borrowing Session) throws -> [RegisterSize] {
        try session.run(
            """
            SELECT s.exported_at, sum(d.read)::bigint
            FROM docket.snapshot s JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery
            WHERE s.region = $1 AND s.feed = $2 AND s.exported_at >= $3
            GROUP BY s.exported_at ORDER BY s.exported_at
            """,
            [.integer32(region), .text(feed), .instant(first.microseconds)]
        ).map { row in RegisterSize(at: Instant(microseconds: try row.instant(0)), rows: try row.integer(1)) }
    }

    /// The latest export, and whether it counts; nil before the first.
    ///
    /// - Throws: `DatabaseError`.
    func latest(_ session: borrowing Session) throws -> (size: RegisterSize, counts: Bool)? {
        try session.run(
            """
            SELECT s.exported_at, sum(d.read)::bigint, bool_and(coalesce(s.counts, false))
            FROM docket.snapshot s JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery
            WHERE s.region = $1 AND s.feed = $2 AND s.exported_at = (
                SELECT max(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2)
            GROUP BY s.exported_at
            """,
            [.integer32(region), .text(feed)]
        ).first { row in
            (RegisterSize(at: Instant(microseconds: try row.instant(0)), rows: try row.integer(1)), try row.flag(2))
        }
    }

    /// The last export before a moment that counts.
    ///
    /// - Throws: `DatabaseError`.
    func base(before first: Instant, _ session: borrowing Session) throws -> RegisterSize? {
        try session.run(
            """
            SELECT l.exported_at, (
                SELECT sum(d.read)::bigint FROM docket.snapshot s
                JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery
                WHERE s.region = $1 AND s.feed = $2 AND s.exported_at = l.exported_at)
            FROM docket.snapshot l
            WHERE l.region = $1 AND l.feed = $2 AND l.exported_at < $3 AND l.counts
            ORDER BY l.exported_at DESC LIMIT 1
            """,
            [.integer32(region), .text(feed), .instant(first.microseconds)]
        ).first { row in RegisterSize(at: Instant(microseconds: try row.instant(0)), rows: try row.integer(1)) }
    }
}
