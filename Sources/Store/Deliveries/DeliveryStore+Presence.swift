import Model
import Postgres

extension DeliveryStore {
    /// Notes which records a register showed. Of one that tells no time of its own nothing is claimed absent.
    func show(_ header: DeliveryHeader, as number: Int64, _ session: borrowing Session) throws {
        guard header.completeness.isSnapshot, let exportedAt = header.exportedAt else { return }
        try Presence(region: header.region, feed: header.feed).take(
            exportedAt: exportedAt,
            from: header.showsFrom,
            delivery: number,
            session
        )
    }
}
