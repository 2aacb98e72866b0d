package import Model
import Postgres
import Settings
package import Store

/// How a region stands now: its feeds, its checks, its open alerts, and when anybody last looked.
package struct RegionStatus: Equatable, Sendable {
    package let feeds: [DigestFeed]
    package let checks: [DigestCheck]
    /// By unit code, deadline and number.
    package let open: [AlertRow]
    /// Nil before the first.
    package let lastReview: Instant?
    /// Nil before the first.
    package let lastDigest: Instant?

    init(_ configuration: Configuration, _ session: borrowing Session) throws {
        let region = configuration.region
        feeds = try DigestStore.feeds(region: region, session)
        checks = try DigestContents.checks(of: configuration, session)
        open = try AlertStore.open(region: region, session)
        lastReview = try ReviewStore.last(region: region, session)
        lastDigest = try DigestStore.last(region: region, session)?.asOf
    }
}
