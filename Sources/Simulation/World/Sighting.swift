/// What a robot saw, and what became of it.
package struct Sighting: Sendable {
    package let number: String
    /// Place in `Roster.robots`.
    package let robot: Int
    /// Seconds since 1970 UTC, as all times here.
    package let capturedAt: Int64
    package let offence: String
    /// Thousandths.
    package let score: Int64
    /// Lead over the second candidate, in thousandths.
    package let margin: Int64
    package var review: Review?
    /// When it was entered as a violation.
    package var enteredAt: Int64?
    package var objectedAt: Int64?
    package var answeredAt: Int64?
    /// When it was found to be an error, and when it was removed for that.
    package var erredAt: Int64?
    package var cancelledAt: Int64?
    /// Kept for advice only: no penalty, no notice.
    package var isAdvisory = false
    package let driver: Driver

    package struct Review: Sendable {
        package let at: Int64
        package let reviewer: String
        package let accepted: Bool
    }
}
