package import Model
package import Settings

/// All that a process of its own must know to read one delivery: no key, no database, no other feed.
package struct ReadingJob: Codable, Equatable, Sendable {
    package var feed: FeedDefinition
    package var law: Law
    package var receivedAt: Instant
    /// Where the archive keeps the delivery.
    package var path: String
    package var sha256: String
    /// Bytes.
    package var size: Int64
    package var limits: ReadingLimits

    package init(
        feed: FeedDefinition,
        law: Law,
        receivedAt: Instant,
        file: ArchivedFile,
        limits: ReadingLimits = .standard
    ) {
        self.feed = feed
        self.law = law
        self.receivedAt = receivedAt
        path = file.path
        sha256 = file.sha256
        size = file.size
        self.limits = limits
    }
}

/// What reading one delivery may cost. Limits of the machine, not of the law, and the same for every feed.
package struct ReadingLimits: Codable, Equatable, Sendable {
    /// Bytes of memory that can be written to.
    package var memory: Int64
    /// Seconds of processor time a delivery of any size may take.
    package var seconds: Int64
    /// Bytes of the delivery that may take a second more.
    package var bytesPerSecond: Int64

    package init(memory: Int64, seconds: Int64, bytesPerSecond: Int64) {
        self.memory = memory
        self.seconds = seconds
        self.bytesPerSecond = max(1, bytesPerSecond)
    }

    /// 512 MiB; ten seconds, and one more for each quarter of a megabyte, which the slowest format reads in a tenth of it.
    package static let standard = ReadingLimits(memory: 512 << 20, seconds: 10, bytesPerSecond: 256 << 10)

    /// The processor time for a delivery of so many bytes, in seconds.
    package func seconds(forBytes bytes: Int64) -> Int64 {
        seconds.addingReportingOverflow(max(0, bytes) / bytesPerSecond).partialValue
    }
}
