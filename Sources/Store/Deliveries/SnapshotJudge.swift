import Model
import Postgres

/// Decides which exports of a register count as proof of what they lack, by how many rows each had and how many of them
/// are rejected.
///
/// What is decided follows from the exports and the rule alone, never from the order in which they came: one that comes
/// late, or whose rejections are seen to, leaves itself and all behind it undecided (`Presence`), and they are judged anew.
struct SnapshotJudge {
    let feed: String
    let region: Int32
    /// Rejected rows an export may hold and still prove what is absent.
    let allowedRejections: Int64

    /// An export, and what was decided of it before; nil where nothing was.
    struct Export {
        let size: RegisterSize
        let counted: Bool?
    }

    /// Judges those that are undecided; and where the latest does not count, it and those before it that do not either,
    /// for the rule may have changed since.
    ///
    /// - Throws: `DatabaseError`.
    func run(_ rule: ShrinkageRule, _ session: borrowing Session) throws {
        guard let first = try firstOpen(session) else { return }
        let exports = try exports("s.exported_at >= $3", first, session)
        let judged = rule.judge(exports.map(\.size), after: try base(before: first, session))
        for counts in [true, false] {
            let changed = zip(exports, judged).filter { $1 == counts && $0.counted != counts }
            try set(counts, of: changed.map(\.0.size.at), session)
        }
    }

    /// The latest export; nil before the first.
    ///
    /// - Throws: `DatabaseError`.
    func latest(_ session: borrowing Session) throws -> Export? {
        let moment = try session.run(
            "SELECT max(exported_at) FROM docket.snapshot WHERE region = $1 AND feed = $2",
            [.integer32(region), .text(feed)]
        ).single { row in try row.optionalInstant(0).map { Instant(microseconds: $0) } }
        return try moment.flatMap { try exports("s.exported_at = $3", $0, session).first }
    }

    /// The last export before a moment that counts.
    ///
    /// - Throws: `DatabaseError`.
    func base(before moment: Instant, _ session: borrowing Session) throws -> RegisterSize? {
        try exports(
            """
            s.exported_at = (SELECT max(l.exported_at) FROM docket.snapshot l
                WHERE l.region = $1 AND l.feed = $2 AND l.exported_at < $3 AND l.counts)
            """,
            moment,
            session
        ).first?.size
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

    /// Exports in order; files of one moment show the register together.
    private func exports(
        _ condition: String,
        _ moment: Instant,
        _ session: borrowing Session
    ) throws -> [Export] {
        try session.run(
            """
            SELECT s.exported_at, sum(d.read - o.rows)::bigint, bool_and(o.rows <= $4),
                CASE WHEN bool_and(s.counts) THEN 1 WHEN bool_or(s.counts) OR bool_or(s.counts IS NULL) THEN NULL ELSE 0 END
            FROM docket.snapshot s JOIN docket.delivery d ON d.region = s.region AND d.number = s.delivery
            CROSS JOIN LATERAL (
                SELECT CASE WHEN d.rejected = 0 THEN 0 ELSE (
                    SELECT count(*) FROM docket.rejection r
                    WHERE r.region = d.region AND r.delivery = d.number AND r.settled_at IS NULL) END AS rows) o
            WHERE s.region = $1 AND s.feed = $2 AND \(condition)
            GROUP BY s.exported_at ORDER BY s.exported_at
            """,
            [
                .integer32(region), .text(feed), .instant(moment.microseconds), .integer(allowedRejections),
            ]
        ).map { row in
            let at = Instant(microseconds: try row.instant(0))
            return Export(
                size: RegisterSize(at: at, rows: try row.integer(1), isSound: try row.flag(2)),
                counted: try row.optionalInteger32(3).map { $0 == 1 }
            )
        }
    }

    private func set(_ counts: Bool, of moments: [Instant], _ session: borrowing Session) throws {
        guard !moments.isEmpty else { return }
        try session.run(
            """
            UPDATE docket.snapshot SET counts = $3
            WHERE region = $1 AND feed = $2 AND exported_at = ANY (ARRAY(
                SELECT timestamptz 'epoch' + m::bigint * interval '1 microsecond' FROM unnest($4::text[]) m))
            """,
            [.integer32(region), .text(feed), .flag(counts), .texts(moments.map { String($0.microseconds) })]
        )
    }
}
