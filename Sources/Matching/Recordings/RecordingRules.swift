/// What it takes for recordings to show a test. Times in seconds.
package struct RecordingRules: Equatable, Sendable {
    /// How long before the test the recording must have begun.
    package var beforeSeconds: Int64
    /// How long after it the recording must go on.
    package var afterSeconds: Int64
    /// How wrong a camera's clock may be, either way.
    package var slackSeconds: Int64
    /// Longest gap between two clips of one camera that are still one recording.
    package var joinGapSeconds: Int64
    /// How many leading digits of the organisation code name the same squadron (中队).
    package var teamPrefixLength: Int
    /// How many name the same brigade (大队), for units without a squadron part.
    package var brigadePrefixLength: Int

    package init(
        beforeSeconds: Int64,
        afterSeconds: Int64,
        slackSeconds: Int64,
        joinGapSeconds: Int64,
        teamPrefixLength: Int,
        brigadePrefixLength: Int
    ) {
        self.beforeSeconds = beforeSeconds
        self.afterSeconds = afterSeconds
        self.slackSeconds = slackSeconds
        self.joinGapSeconds = joinGapSeconds
        self.teamPrefixLength = teamPrefixLength
        self.brigadePrefixLength = brigadePrefixLength
    }
}
