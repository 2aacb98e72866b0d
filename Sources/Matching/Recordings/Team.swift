package import Model

/// Whose cameras may show a test: the officer's own, and those of the same squadron.
package struct Team: Equatable, Sendable {
    package var officer: String
    /// Twelve-digit code of the unit, or empty.
    package var unit: String

    package init(officer: String, unit: String) {
        self.officer = officer
        self.unit = unit
    }

    /// Why the clip is the team's, or nil where it is not.
    package func reason(for clip: RecordingClip, rules: RecordingRules) -> ClipReason? {
        if !officer.isEmpty, officer == clip.officer { return .sameOfficer }
        return isSameUnit(clip.unit, rules) ? .sameTeam : nil
    }

    /// A unit without a squadron part (only zeros after the brigade) stands for its whole brigade: many exports know no
    /// finer code, and demanding one would call every test unrecorded.
    private func isSameUnit(_ other: String, _ rules: RecordingRules) -> Bool {
        let isCoarse = isBrigade(unit, rules) || isBrigade(other, rules)
        let length = isCoarse ? rules.brigadePrefixLength : rules.teamPrefixLength
        guard length > 0, unit.utf8.count >= length else { return false }
        return unit.utf8.prefix(length).elementsEqual(other.utf8.prefix(length))
    }

    private func isBrigade(_ code: String, _ rules: RecordingRules) -> Bool {
        code.utf8.dropFirst(rules.brigadePrefixLength).allSatisfy { $0 == UInt8(ascii: "0") }
    }
}
