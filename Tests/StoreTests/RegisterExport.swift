import Model
import Postgres
import Store

/// One export of a register: its day, the records it shows, and whether a row of it was rejected.
struct RegisterExport: Equatable {
    var day: Int64
    var keys: Set<String>
    var isDirty = false

    private static let rejection = RowRejection(
        line: 99,
        byteOffset: 9900,
        byteLength: 3,
        reason: .time,
        column: "t",
        explanation: "no time"
    )

    /// Delivers it; the same records in the same state are the same bytes.
    func deliver(
        feed: String = "tests",
        shrinkage: ShrinkageRule = ShrinkageRule(mostPercent: nil, mayBeEmpty: true),
        _ session: borrowing Session
    ) throws {
        let drafts = Drafts(kind: .robot)
        let rows = keys.sorted().enumerated().map { line, key in
            drafts.draft(line: Int64(line) + 2, key: key, ["robot": .text(key)])
        }
        var deliveries = Deliveries(kind: .robot, isSnapshot: true)
        deliveries.feed = feed
        deliveries.shrinkage = shrinkage
        try deliveries.deliver(
            rows,
            rejections: isDirty ? [Self.rejection] : [],
            bytes: (isDirty ? "dirty " : "") + keys.sorted().joined(),
            exportedAt: day * 86_400,
            session
        )
    }

    /// What the view says, in one line for each time a record went: key, state, days of the evidence.
    static func told(feed: String = "tests", _ session: borrowing Session) throws -> [String] {
        try session.run(
            """
            SELECT key || ' ' || state || ' ' || extract(day FROM missed_at - shown_since)
                || coalesce('+' || extract(day FROM confirmed_at - missed_at), '')
                || coalesce('>' || extract(day FROM returned_at - missed_at), '')
            FROM docket.vanished_record WHERE region = 430800 AND feed = $1 ORDER BY key, missed_at
            """,
            [.text(feed)]
        ).map { row in try row.text(0) }
    }
}
