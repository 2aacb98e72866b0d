/// How a planted trouble must stand at the time of the key.
package enum PlantedState: String, Codable, Sendable {
    /// An open alert.
    case violated
    /// A feed fell silent before the deadline.
    case undetermined
    /// Late but done: an alert that was opened and is closed.
    case closed
}
