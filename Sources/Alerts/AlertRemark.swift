/// Why an open alert stays open though its finding does not say violated now.
package enum AlertRemark: String, Sendable, CaseIterable {
    /// The feeds are no longer known complete up to the deadline, such as after a delivery was withdrawn.
    case undetermined
    /// The deadline, worked out anew, has not passed.
    case notDue = "not_due"
}
