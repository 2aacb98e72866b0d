import Model

extension Stage {
    /// What is to be found of the cases.
    func judgeCases(into key: inout AnswerKey) throws {
        var stops: [Int: Occasion] = [:]
        for occasion in occasions { if let answer = occasion.answer { stops[answer] = stops[answer] ?? occasion } }
        let tubes = Dictionary(grouping: cases.compactMap { $0.blood?.tube }) { $0 }
        for place in cases.indices {
            let entry = cases[place]
            try judgeVanishing(place, into: &key)
            let last = timetable.lastCases(entry.register)
            guard entry.isShown(at: last), entry.voidAt.map({ $0 > last }) ?? true || entry.outcome.withdrawnAt != nil
            else { continue }
            try judgeReading(place, stops[place], into: &key)
            try judgeReview(place, stops[place], into: &key)
            try judgeNonfiling(place, into: &key)
            try judgePenalty(place, into: &key)
            try judgeOrder(place, stops[place], into: &key)
            try judgeBlood(place, into: &key)
            try judgeTubes(place, isShared: (tubes[entry.blood?.tube ?? ""]?.count ?? 0) > 1, into: &key)
            try judgeExhibit(place, into: &key)
        }
    }

    func plant(
        _ check: String,
        _ place: Int,
        _ state: PlantedState?,
        _ severity: Severity,
        mark: String = "",
        into key: inout AnswerKey
    ) throws {
        guard let state else { return }
        try plant(check, cases[place].number + mark, state, severity, of: [.entry(place)], into: &key)
    }

    /// Seen in an export, and in neither of two later ones; or void without a decision to withdraw it.
    private func judgeVanishing(_ place: Int, into key: inout AnswerKey) throws {
        let entry = cases[place]
        let last = timetable.lastCases(entry.register)
        if let void = entry.voidAt, void <= last, entry.outcome.withdrawnAt == nil || entry.outcome.approver == nil {
            return try plant("case-vanished", place, .violated, .critical, into: &key)
        }
        guard let absence = entry.absence, entry.joinedTo == nil else { return }
        guard !cases.contains(where: { $0.renumberedFrom == entry.number }) else { return }
        let lacking = (1...timetable.days).map(timetable.cases).filter { $0 <= last && $0 > absence.after }
        guard absence.before > last, lacking.count >= 2, entry.enteredAt < absence.after else { return }
        try plant("case-vanished", place, .violated, .critical, into: &key)
    }

    private func judgeReading(_ place: Int, _ stop: Occasion?, into key: inout AnswerKey) throws {
        let entry = cases[place]
        guard stop == nil, entry.cited == nil, entry.noBreathReason == nil else { return }
        let due = (entry.acceptedAt ?? entry.occurredAt) + 48 * 3_600
        try plant("case-no-reading", place, missing(since: due, knownUntil: timetable.lastBreath), .medium, into: &key)
    }

    /// Three days from acceptance or the report, whichever is later, for a value of 80 or more.
    private func judgeReview(_ place: Int, _ stop: Occasion?, into key: inout AnswerKey) throws {
        let entry = cases[place]
        guard let accepted = entry.acceptedAt else { return }
        let last = timetable.lastCases(entry.register)
        let reported = isShown(entry.blood?.reportedAt, entry) ? entry.blood?.reportedAt : nil
        let breath = max(stop.flatMap { duty(of: $0)?.test.hundredths } ?? 0, entry.hundredths ?? 0)
        let hasFled = entry.circumstances.flags.contains(.fled)
        // Blood that was never drawn is waited for by nobody; the decision is due all the same.
        guard reported != nil || ((hasFled || entry.blood == nil) && breath >= 8_000) else { return }
        guard reported == nil || (entry.blood?.hundredths ?? 0) >= 8_000, !isShown(entry.outcome.reviewEndedAt, entry),
            !isShown(entry.outcome.decidedAt, entry)
        else { return }
        let start = max(accepted, reported ?? accepted)
        let limit = isShown(entry.outcome.extendedAt, entry) ? 30 : 3
        let due = Limit.days(limit, after: start)
        let severity: Severity = Limit.days(7, after: start) <= min(last, timetable.asOf) ? .high : .medium
        guard let state = missing(since: due, knownUntil: last) else { return }
        let noted = [Subject.entry(place)] + (stop?.tests.map(Subject.test) ?? [])
        try plant("filing-decision-overdue", entry.number, state, severity, of: noted, into: &key)
    }

    private func judgeNonfiling(_ place: Int, into key: inout AnswerKey) throws {
        let entry = cases[place]
        let (outcome, facts) = (entry.outcome, entry.circumstances)
        let value = max(entry.blood?.hundredths ?? 0, entry.hundredths ?? 0)
        if let declined = outcome.notFiledAt, isShown(declined, entry) {
            let day = LocalTime.day(of: declined)
            let isRecent = facts.priorPenalty.map { day - $0 <= 731 } ?? false
            let isConvicted = facts.priorConviction.map { day - $0 <= 1_826 } ?? false
            let isAggravated = !facts.flags.isEmpty || isRecent || isConvicted
            let isUnlicensed = facts.licence == .none || facts.licence == .revoked
            let isOver = value >= 15_000 && outcome.nonfilingReason == "LT150"
            if outcome.nonfilingReason == nil || outcome.approver == nil || isOver || isAggravated || isUnlicensed {
                try plant("nonfiling-unsupported", place, .violated, .critical, into: &key)
            }
        }
        let decisions = [outcome.notFiledAt, outcome.withdrawnAt].compactMap(\.self).filter { isShown($0, entry) }
        guard let decided = decisions.min(), (entry.blood?.hundredths ?? 0) >= 8_000,
            facts.licence == .valid || facts.licence == .suspended
        else { return }
        if isShown(outcome.revokedAt, entry), let revoked = outcome.revokedAt, revoked <= decided { return }
        try plant("nonfiling-licence-open", place, .violated, .high, into: &key)
    }

    private func judgePenalty(_ place: Int, into key: inout AnswerKey) throws {
        let entry = cases[place]
        let (outcome, facts) = (entry.outcome, entry.circumstances)
        guard isShown(outcome.decidedAt, entry), facts.isCommercial || facts.priorPenalty != nil else { return }
        let owed = facts.isCommercial ? 15 : 1
        let isRevoked = isShown(outcome.revokedAt, entry)
        let isCriminal = isShown(outcome.filedAt, entry) || isShown(outcome.notFiledAt, entry)
        guard !isRevoked || (!isCriminal && (outcome.detentionDays ?? 0) < owed) else { return }
        try plant("penalty-undercharged", place, .violated, .high, into: &key)
    }

    private func judgeTubes(_ place: Int, isShared: Bool, into key: inout AnswerKey) throws {
        let entry = cases[place]
        guard let blood = entry.blood, isShown(blood.drawnAt, entry) else { return }
        let isOpen = zip(blood.people, [blood.drawnAt, blood.drawnAt, blood.sentAt, blood.receivedAt])
            .contains { $0.isEmpty && isShown($1, entry) }
        let isAlone = Set(blood.people).count == 1
        guard isShared || ((!blood.hasSpare || isOpen || isAlone) && !blood.isDocumented) else { return }
        try plant("tube-chain-broken", place, .violated, .high, into: &key)
    }

    private func judgeExhibit(_ place: Int, into key: inout AnswerKey) throws {
        let entry = cases[place]
        guard let seized = entry.seizedAt, isShown(seized, entry) else { return }
        let exhibits = affairs.exhibits.filter { $0.entry == place }
        let isKept = exhibits.contains { $0.depositedAt.map { $0 <= timetable.lastExhibits } ?? false }
        let isReturned = isShown(entry.returnedAt, entry) && (entry.returnedAt ?? 0) <= seized + 86_400
        guard !isKept, !isReturned else { return }
        let state = missing(since: seized + 86_400, knownUntil: timetable.lastExhibits)
        try plant("exhibit-not-deposited", place, state, .medium, into: &key)
    }
}
