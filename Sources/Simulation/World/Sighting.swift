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
    package let driver: Driver

    package struct Review: Sendable {
        package let at: Int64
        package let reviewer: String
        package let accepted: Bool
    }
}
