package import Model
package import Postgres

extension FactsQuery {
    /// What a letter tells of a delivery that was set aside.
    package struct Delivery: Equatable, Sendable {
        package var subject: String
        package var fileName: String
        package var sha256: [UInt8]
        package var receivedAt: Instant
        package var reason: String
    }

    /// The facts of these deliveries, by subject: the feed's name, a slash and the delivery's number.
    ///
    /// - Parameters:
    ///   - subjects: of alerts of `IntakeRule.deliverySetAside`.
    ///   - region: whose deliveries they are.
    ///   - session: to ask on.
    /// - Returns: the facts of those there are.
    /// - Throws: `DatabaseError`.
    package static func deliveries(
        _ subjects: [String],
        region: Int32,
        _ session: borrowing Session
    ) throws -> [String: Delivery] {
        let deliveries = try session.run(
            """
            SELECT w.subject, d.file_name, d.sha256, d.received_at, d.unreadable
            FROM unnest($2::text[]) w (subject)
            JOIN docket.delivery d ON d.region = $1 AND d.feed || '/' || d.number = w.subject
                AND d.unreadable_cause = 'crash'
            ORDER BY w.subject
            """,
            [.integer32(region), .texts(subjects)]
        ).map { row in
            Delivery(
                subject: try row.text(0),
                fileName: try row.text(1),
                sha256: try row.bytes(2),
                receivedAt: Instant(microseconds: try row.instant(3)),
                reason: try row.text(4)
            )
        }
        return Dictionary(deliveries.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
