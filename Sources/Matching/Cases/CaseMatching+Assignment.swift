package import Model

extension CaseMatching {
    /// Which case answers which stop, and what was tried besides.
    ///
    /// One case does not answer for two occasions, even of one person: it goes to the stop it fits best, which is the one
    /// whose record it cites for no other person, else the surer one, else one it does not precede, else the nearest; and
    /// to other stops of the same person on the same occasion. A stop may hold several cases. Hence each case is decided by itself, and the outcome for it needs no more than the stops it is related to:
    /// those whose record it cites, and those of its person, plate, or name and unit within `shownWindowSeconds`.
    ///
    /// - Returns: links by stop, surest first; those refused tell why.
    package func assign(stops: [Stop], cases: [CaseRecord]) -> [CaseLink] {
        let index = StopIndex(stops)
        var links: [CaseLink] = []
        var seen: Set<String> = []
        for record in cases where seen.insert(record.key).inserted {
            links += decide(record, among: index.related(to: record))
        }
        return links.sorted {
            $0.stop != $1.stop
                ? $0.stop < $1.stop
                : ($1.strength, $0.caseKey) < ($0.strength, $1.caseKey)
        }
    }

    /// The links of one case.
    private func decide(_ record: CaseRecord, among stops: [Stop]) -> [CaseLink] {
        var candidates: [(link: CaseLink, stop: Stop)] = []
        for stop in stops {
            if let link = judge(stop, record) { candidates.append((link, stop)) }
        }
        candidates.sort { fitsBetter($0.link, $1.link) }
        guard let best = candidates.first(where: { $0.link.answers }) else { return candidates.map(\.link) }
        return candidates.map { candidate in
            var link = candidate.link
            guard link.answers, link.stop != best.link.stop else { return link }
            let (persons, bestPersons) = (candidate.stop.surePersons, best.stop.surePersons)
            let isTwoPersons = !persons.isEmpty && !bestPersons.isEmpty && persons.isDisjoint(with: bestPersons)
            let isSameOccasion =
                !candidate.stop.persons.isDisjoint(with: best.stop.persons)
                && reaches(apart(candidate.stop, best.stop), rules.occasionSeconds)
            // A record cited that two stops hold (a number used twice) is cited for both, if for the same person.
            if isTwoPersons || !(link.isCited || isSameOccasion) { link.refusal = .takenByOtherStop }
            return link
        }
    }

    private func fitsBetter(_ left: CaseLink, _ right: CaseLink) -> Bool {
        if left.isSurelyCited != right.isSurelyCited { return left.isSurelyCited }
        if left.strength != right.strength { return left.strength > right.strength }
        // Where the time of a case is that of its acceptance, the next occasion may lie nearer than its own.
        if left.isBefore != right.isBefore { return right.isBefore }
        return (left.distance ?? .max, left.stop) < (right.distance ?? .max, right.stop)
    }
}
