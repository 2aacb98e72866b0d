/// How long to wait before trying again: ever longer, up to a limit, and never in step with others who also wait.
package struct Backoff: Equatable, Sendable {
    /// The longest first wait.
    package var first: Duration
    /// No wait is longer.
    package var cap: Duration

    /// From a fifth of a second to half a minute unless told otherwise.
    package init(first: Duration = .milliseconds(200), cap: Duration = .seconds(30)) {
        self.first = first
        self.cap = cap
    }

    /// The wait after failed attempt number `attempt`, counted from zero: between half of `first`·2^attempt and all of
    /// it, at most `cap`.
    package func delay(after attempt: Int, using generator: inout some RandomNumberGenerator) -> Duration {
        // Thirty doublings reach every sensible cap and no overflow.
        let longest = min(cap, first * (1 << max(0, min(attempt, 30))))
        return longest * Double.random(in: 0.5...1, using: &generator)
    }
}
