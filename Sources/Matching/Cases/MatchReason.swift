/// What a stop and a case have in common, or strikingly have not.
package enum MatchReason: String, Sendable, CaseIterable {
    /// The case names the device and record number of one of the tests.
    case citedRecord = "cited_record"
    case samePerson = "same_person"
    case samePlate = "same_plate"
    case sameNameAndUnit = "same_name_and_unit"
    /// Said of a case that cites the record but names another person: it answers, and a person should look.
    case citedForAnother = "cited_for_another"
}
