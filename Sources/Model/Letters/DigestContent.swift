/// Everything a digest says, gathered before a word of it is written. Personal data is masked already.
package struct DigestContent: Equatable, Sendable {
    package var region: Int32
    package var regionChinese: String
    package var regionEnglish: String
    /// Serial number of the digest in its region.
    package var number: Int64
    package var asOf: Instant
    /// When the digest before this one was made; nil for the first.
    package var since: Instant?
    /// Open alerts from earlier digests.
    package var overdue: [DigestEntry]
    /// Alerts first raised, or raised again, since the last digest.
    package var new: [DigestEntry]
    /// Findings that cannot be decided because a feed is not complete past the deadline.
    package var undetermined: [DigestEntry]
    /// Alerts closed since the last digest.
    package var closed: [DigestEntry]
    package var checks: [DigestCheck]
    package var feeds: [DigestFeed]

    package init(
        region: Int32,
        regionChinese: String,
        regionEnglish: String,
        number: Int64,
        asOf: Instant,
        since: Instant?,
        overdue: [DigestEntry],
        new: [DigestEntry],
        undetermined: [DigestEntry],
        closed: [DigestEntry],
        checks: [DigestCheck],
        feeds: [DigestFeed]
    ) {
        self.region = region
        self.regionChinese = regionChinese
        self.regionEnglish = regionEnglish
        self.number = number
        self.asOf = asOf
        self.since = since
        self.overdue = overdue
        self.new = new
        self.undetermined = undetermined
        self.closed = closed
        self.checks = checks
        self.feeds = feeds
    }
}
