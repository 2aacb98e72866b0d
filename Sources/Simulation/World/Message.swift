/// One text message sent about a sighting.
package struct Message: Sendable {
    package var number = ""
    /// Place in `World.sightings`.
    package let sighting: Int
    /// Seconds since 1970 UTC.
    package let sentAt: Int64
    /// Whether it only gives advice and names no penalty.
    package var isAdvisory = false
    package var isFailed = false
    /// Whether the detachment's own gateway sent it.
    package var isLocal = true
    package var damage: Damage?
}
