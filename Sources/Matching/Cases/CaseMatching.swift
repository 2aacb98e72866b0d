package import Model

/// Judges whether a case answers for a stop.
///
/// It says only which records belong together and how surely; whether anything is wrong is for the checks.
package struct CaseMatching: Sendable {
    package let rules: CaseRules

    package init(rules: CaseRules) { self.rules = rules }

    /// What one stop and one case are to one another, other stops left aside.
    ///
    /// - Returns: nil where they have nothing to do with one another.
    package func judge(_ stop: Stop, _ record: CaseRecord) -> CaseLink? {
        let relation = Relation(stop, record, unitPrefixLength: rules.unitPrefixLength)
        guard !relation.reasons.isEmpty else { return nil }
        let distance = record.time.map { apart(stop, $0) }
        guard let verdict = judge(relation, at: distance) else { return nil }
        return CaseLink(
            stop: stop.key,
            caseKey: record.key,
            strength: verdict.strength,
            reasons: relation.reasons,
            refusal: record.isVoid ? .void : record.isVanished ? .vanished : verdict.refusal,
            distance: distance,
            isBefore: record.time.map { $0.adding(seconds: rules.toleranceSeconds) < stop.firstAt } ?? false
        )
    }

    private func judge(_ relation: Relation, at distance: Int64?) -> Verdict? {
        if relation.isCited { return Verdict(.strong, nil) }
        guard let distance else { return Verdict(relation.bestStrength, .noTime) }
        if relation.isSamePerson, reaches(distance, rules.personWindowSeconds) { return Verdict(.strong, nil) }
        if relation.isSamePlate, !relation.isOtherPerson, reaches(distance, rules.plateWindowSeconds) {
            return Verdict(.medium, nil)
        }
        if relation.isSameName, reaches(distance, rules.nameWindowSeconds) {
            return Verdict(.weak, relation.isOtherPerson ? .differentPerson : nil)
        }
        // A namesake on another day is nobody; an equal person or plate too far off is worth showing for a while.
        guard relation.isSamePerson || relation.isSamePlate, reaches(distance, rules.shownWindowSeconds) else {
            return nil
        }
        return Verdict(relation.bestStrength, relation.isOtherPerson ? .differentPerson : .tooFar)
    }

    /// To the nearest moment of the stop: a case may speak of any of its tests.
    private func apart(_ stop: Stop, _ time: Instant) -> Int64 {
        if time < stop.firstAt { return time.apart(from: stop.firstAt) }
        return time > stop.lastAt ? time.apart(from: stop.lastAt) : 0
    }

    /// From the end of the earlier stop to the beginning of the later one; nothing where they overlap.
    func apart(_ one: Stop, _ other: Stop) -> Int64 {
        if one.lastAt < other.firstAt { return one.lastAt.apart(from: other.firstAt) }
        return other.lastAt < one.firstAt ? other.lastAt.apart(from: one.firstAt) : 0
    }

    func reaches(_ distance: Int64, _ seconds: Int64) -> Bool {
        distance <= Instant(microseconds: 0).adding(seconds: seconds).microseconds
    }

    private struct Verdict {
        let strength: MatchStrength
        let refusal: MatchRefusal?

        init(_ strength: MatchStrength, _ refusal: MatchRefusal?) {
            self.strength = strength
            self.refusal = refusal
        }
    }
}
