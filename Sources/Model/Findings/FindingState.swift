/// What a check says of one subject now.
package enum FindingState: String, Sendable, CaseIterable, Codable {
    case holds
    case notDue = "not_due"
    /// The deadline has passed, but the feeds are not yet known complete up to it.
    case undetermined
    case violated
}
