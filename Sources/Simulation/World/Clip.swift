/// One file a docking station took from a body camera.
package struct Clip: Sendable {
    /// Place in `Roster.cameras`.
    package let camera: Int
    /// Seconds since 1970 UTC, as all times here.
    package let startedAt: Int64
    package let endedAt: Int64
    package let collectedAt: Int64
}
