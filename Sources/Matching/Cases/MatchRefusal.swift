/// Why a candidate does not answer the stop, for an alert to show what was tried.
package enum MatchRefusal: String, Sendable, CaseIterable {
    /// IDs on both, and not the same.
    case differentPerson = "different_person"
    case tooFar = "too_far"
    /// The case has no time to compare.
    case noTime = "no_time"
    /// The case was declared void without a document of withdrawal.
    case void
    /// The case is in its register no more: two whole exports in a row lack it.
    case vanished
    /// The case answers another stop that it fits better; one case does not answer for two occasions.
    case takenByOtherStop = "taken_by_other_stop"
}
