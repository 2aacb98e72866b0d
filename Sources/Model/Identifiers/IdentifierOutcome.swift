/// What became of an identifier of a source.
package enum IdentifierOutcome: Equatable, Sendable {
    /// Empty, or a word for "none"; nothing was appended.
    case absent
    /// The normalised clear form was appended. With a defect it is kept, but fails the check of its field.
    case value(defect: DefectReason?)
    /// The source had hidden part of it. The masked form was appended: it can be shown, but never matched.
    case masked
}
