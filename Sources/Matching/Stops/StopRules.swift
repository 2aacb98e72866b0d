/// How near in time tests must lie to be tests of one stop.
package struct StopRules: Equatable, Sendable {
    /// Longest pause between two consecutive record numbers of one device, in seconds.
    package var deviceGapSeconds: Int64
    /// Longest pause between two tests of one person or one plate, in seconds.
    package var identityGapSeconds: Int64

    package init(deviceGapSeconds: Int64, identityGapSeconds: Int64) {
        self.deviceGapSeconds = deviceGapSeconds
        self.identityGapSeconds = identityGapSeconds
    }
}
