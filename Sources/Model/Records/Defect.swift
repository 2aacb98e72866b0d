/// A value that was kept though it fails the check of its field, such as an ID number with a wrong check digit.
package struct Defect: Equatable, Sendable {
    package let field: Int
    /// One of the words of `DefectReason`, fit to be stored.
    package let reason: DefectReason

    package init(field: Int, reason: DefectReason) {
        self.field = field
        self.reason = reason
    }
}

/// Why a value failed the check of its field.
package enum DefectReason: String, Sendable, CaseIterable {
    case checkDigit = "check_digit"
    case impossibleDate = "impossible_date"
    case form
    case masked
}
