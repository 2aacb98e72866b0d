/// A stop and a case that were weighed against one another, and what came of it.
package struct CaseLink: Equatable, Sendable {
    /// Key of the stop.
    package var stop: String
    /// Natural key of the case.
    package var caseKey: String
    package var strength: MatchStrength
    /// In the order of `MatchReason`.
    package var reasons: [MatchReason]
    package var refusal: MatchRefusal?
    /// Microseconds from the stop to the case, whichever is first; nil where the case has no time.
    package var distance: Int64?
    /// Whether the case lies before the stop, beyond what clocks may differ.
    package var isBefore: Bool

    /// Whether the case answers for the stop. A weak link only asks a person to confirm.
    package var answers: Bool { refusal == nil && strength >= .medium }

    package var isCited: Bool { reasons.contains(.citedRecord) }

    /// Cited, and not for another person: a number mistyped must not take a case from the person it names.
    package var isSurelyCited: Bool { isCited && !reasons.contains(.citedForAnother) }

    package init(
        stop: String,
        caseKey: String,
        strength: MatchStrength,
        reasons: [MatchReason],
        refusal: MatchRefusal?,
        distance: Int64?,
        isBefore: Bool
    ) {
        self.stop = stop
        self.caseKey = caseKey
        self.strength = strength
        self.reasons = reasons
        self.refusal = refusal
        self.distance = distance
        self.isBefore = isBefore
    }
}
