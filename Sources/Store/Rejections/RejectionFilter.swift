package import Model
import Postgres

/// Which of the open rejections are meant; what is nil does not matter.
package struct RejectionFilter: Equatable, Sendable {
    package var feed: String?
    /// Number of the delivery.
    package var delivery: Int64?
    package var reason: RowRejection.Reason?
    /// The column the reason speaks of.
    package var column: String?
    /// Of deliveries received at this time or later.
    package var since: Instant?
    /// First line of the row, in its part.
    package var line: Int64?

    package init(
        feed: String? = nil,
        delivery: Int64? = nil,
        reason: RowRejection.Reason? = nil,
        column: String? = nil,
        since: Instant? = nil,
        line: Int64? = nil
    ) {
        self.feed = feed
        self.delivery = delivery
        self.reason = reason
        self.column = column
        self.since = since
        self.line = line
    }

    /// Whether every rejection is meant.
    package var isEmpty: Bool { self == RejectionFilter() }

    /// Whether whole deliveries may be meant, and not rows by their cause or place.
    var meansDeliveries: Bool { reason == nil && column == nil && line == nil }

    /// The condition on a rejection `r` of a delivery `d`; its parameters are `$2` to `$7`.
    static let condition = """
        r.settled_at IS NULL AND ($2::text IS NULL OR d.feed = $2) AND ($3::bigint IS NULL OR r.delivery = $3)
            AND ($4::text IS NULL OR r.reason = $4) AND ($5::text IS NULL OR r.column_name = $5)
            AND ($6::timestamptz IS NULL OR d.received_at >= $6) AND ($7::bigint IS NULL OR r.line = $7)
        """

    /// What `condition` needs, from `$1`, the region.
    func parameters(region: Int32) -> [Parameter] {
        [
            .integer32(region), .optional(text: feed), .optional(integer: delivery), .optional(text: reason?.rawValue),
            .optional(text: column), .optional(instant: since?.microseconds), .optional(integer: line),
        ]
    }
}
