import Model
import Postgres

extension ReplayStore {
    /// Notes what became of the rows: settled, or rejected again for a reason that may be another.
    func settle(
        _ delivery: ArchivedDelivery,
        _ filter: RejectionFilter,
        replay number: Int64,
        _ terms: Terms,
        _ session: borrowing Session
    ) throws {
        var own = filter
        own.delivery = delivery.number
        try session.run(
            """
            UPDATE docket.rejection r
            SET settled_at = $8, settled_by = $9, replay = $10,
                settlement = CASE WHEN EXISTS (
                    SELECT FROM \(Staging.name) s
                    WHERE s.part = r.part AND s.byte_from = r.byte_from AND s.reason = '\(Staging.absent)')
                    THEN 'no_row' ELSE 'replayed' END
            FROM docket.delivery d
            WHERE r.region = $1 AND d.region = r.region AND d.number = r.delivery AND \(RejectionFilter.condition)
                AND NOT EXISTS (
                    SELECT FROM \(Staging.name) s
                    WHERE s.part = r.part AND s.byte_from = r.byte_from AND \(Self.isFailed))
            """,
            own.parameters(region: delivery.region) + [
                .instant(terms.now.microseconds), .text(terms.who), .integer(number),
            ]
        )
        let key: [Parameter] = [.integer32(delivery.region), .integer(delivery.number), .integer(number)]
        try session.run(
            """
            INSERT INTO docket.rejection_before
                (region, delivery, part, byte_from, replay, reason, column_name, explanation)
            SELECT r.region, r.delivery, r.part, r.byte_from, $3, r.reason, r.column_name, r.explanation
            FROM docket.rejection r
            JOIN \(Staging.name) s ON s.part = r.part AND s.byte_from = r.byte_from AND \(Self.isFailed)
            WHERE r.region = $1 AND r.delivery = $2
                AND (s.reason, s.column_name, s.explanation)
                    IS DISTINCT FROM (r.reason, r.column_name, r.explanation)
            """,
            key
        )
        try session.run(
            """
            UPDATE docket.rejection r
            SET reason = s.reason, column_name = s.column_name, explanation = s.explanation, replay = $3
            FROM \(Staging.name) s
            WHERE r.region = $1 AND r.delivery = $2 AND s.part = r.part AND s.byte_from = r.byte_from
                AND \(Self.isFailed)
            """,
            key
        )
    }

    /// Of a staged row `s`: it was rejected again.
    private static let isFailed = "s.reason NOT IN ('\(Staging.aside)', '\(Staging.absent)')"
}
