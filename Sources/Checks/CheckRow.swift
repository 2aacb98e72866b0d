package import Model

/// What the SQL of a check says of one subject.
package struct CheckRow: Equatable, Sendable {
    package var subject: String
    /// Twelve-digit code of the unit, or empty.
    package var unit: String
    /// When the clock starts.
    package var since: Instant
    /// What should have followed has followed.
    package var isAnswered: Bool
    /// When it followed, where the check can tell: shows what was done late.
    package var answeredAt: Instant?
    /// A trouble that stands at once rests on something absent, and so waits for the feeds all the same.
    package var waits: Bool
    /// The band it is of; nil where time alone decides, or there is one only.
    package var band: String?
    /// Of several clocks the first that counts, such as after an extension was approved; nil for the first of all.
    package var clock: String?
    /// By how many seconds lawful events hold the clock up.
    package var pause: Int64

    package init(
        subject: String,
        unit: String,
        since: Instant,
        isAnswered: Bool,
        answeredAt: Instant? = nil,
        waits: Bool,
        band: String? = nil,
        clock: String? = nil,
        pause: Int64 = 0
    ) {
        self.subject = subject
        self.unit = unit
        self.since = since
        self.isAnswered = isAnswered
        self.answeredAt = answeredAt
        self.waits = waits
        self.band = band
        self.clock = clock
        self.pause = pause
    }
}
