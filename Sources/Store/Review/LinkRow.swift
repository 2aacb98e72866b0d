/// A link of a stop to a case or a recording, as it is stored.
package struct LinkRow: Equatable, Sendable {
    package var stop: String
    /// `case_file` or `recording`.
    package var kind: String
    package var record: String
    package var strength: String
    package var reasons: [String]
    /// Why the candidate was refused, if it was.
    package var refusal: String?
    /// Strong enough, and not refused: it answers for the stop.
    package var answers: Bool

    package init(
        stop: String,
        kind: String,
        record: String,
        strength: String,
        reasons: [String],
        refusal: String?,
        answers: Bool
    ) {
        self.stop = stop
        self.kind = kind
        self.record = record
        self.strength = strength
        self.reasons = reasons
        self.refusal = refusal
        self.answers = answers
    }
}
