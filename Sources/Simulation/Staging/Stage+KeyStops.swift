import Model

extension Stage {
    /// What is to be found of a stop besides a missing case or film.
    func judgeStop(_ occasion: Occasion, into key: inout AnswerKey) throws {
        try judgeRefusal(occasion, into: &key)
        guard let duty = duty(of: occasion) else { return }
        let answer = visibleAnswer(of: occasion)
        try judgeBlood(occasion, answer, into: &key)
        try judgeDescent(occasion, answer, into: &key)
        guard let answer, occasion.isMotor else { return }
        try judgeDowngrade(occasion, answer, duty, into: &key)
        try judgeBrackets(occasion, answer, duty, into: &key)
        try judgeValue(occasion, answer, into: &key)
        try judgeDivergence(occasion, answer, duty, into: &key)
    }

    private func plant(
        _ check: String,
        _ occasion: Occasion,
        _ state: PlantedState?,
        _ severity: Severity,
        into key: inout AnswerKey
    ) throws {
        guard let state else { return }
        let noted = occasion.tests.map(Subject.test) + (occasion.answer.map { [.entry($0)] } ?? [])
        try plant(check, subject(of: occasion), state, severity, of: noted, into: &key)
    }

    private func lastCases(of occasion: Occasion) -> Int64 {
        timetable.lastCases(roster.squadrons[occasion.squadron].register)
    }

    /// Whether the register of a case shows by the end what happened at a time.
    func isShown(_ time: Int64?, _ entry: CaseEntry) -> Bool {
        time.map { $0 <= timetable.lastCases(entry.register) } ?? false
    }

    private func judgeRefusal(_ occasion: Occasion, into key: inout AnswerKey) throws {
        let blows = occasion.tests.map { tests[$0] }
        guard let refused = blows.first(where: { $0.mode == .refused || $0.isSigned == false }) else { return }
        let isMended = blows.contains { $0.at > refused.at && $0.isEvidential && $0.isSigned == true }
        if let answer = visibleAnswer(of: occasion), isShown(answer.blood?.drawnAt, answer) { return }
        guard !isMended else { return }
        let state = missing(since: refused.at + 4 * 3_600, knownUntil: lastCases(of: occasion))
        try plant("refusal-no-blood", occasion, state, .critical, into: &key)
    }

    private func judgeBlood(_ occasion: Occasion, _ answer: CaseEntry?, into key: inout AnswerKey) throws {
        let drunk = occasion.tests.map { tests[$0] }.first {
            ($0.hundredths ?? 0) >= 8_000 && $0.isValid && $0.mode != .passive && $0.mode != .refused
        }
        guard let drunk, occasion.isMotor else { return }
        if let answer, isShown(answer.blood?.drawnAt, answer) || answer.circumstances.flags.contains(.fled) { return }
        let state = missing(since: drunk.at + 4 * 3_600, knownUntil: lastCases(of: occasion))
        try plant("drunk-no-blood", occasion, state, .critical, into: &key)
    }

    private func judgeDescent(_ occasion: Occasion, _ answer: CaseEntry?, into key: inout AnswerKey) throws {
        let values = occasion.tests.map { tests[$0] }.filter(\.isEvidential).compactMap(\.hundredths)
        guard values.count > 1, let last = values.last, let most = values.max() else { return }
        let crossed = [2_000, 8_000].filter { line in most >= line && last < line }
        let blood = answer.flatMap { isShown($0.blood?.reportedAt, $0) ? $0.blood?.hundredths : nil }
        let cited = answer?.about.flatMap { tests[$0].hundredths } ?? most
        let isSupported = blood.map { value in crossed.allSatisfy { value < $0 } } ?? false
        guard (!crossed.isEmpty && !isSupported) || cited < most else { return }
        let isDrunk = crossed.contains(8_000) || (most >= 8_000 && cited < 8_000)
        try plant("descending-retests", occasion, .violated, isDrunk ? .critical : .high, into: &key)
    }

    private func judgeDowngrade(
        _ occasion: Occasion,
        _ answer: CaseEntry,
        _ duty: (test: BreathTest, isDrunk: Bool, since: Int64),
        into key: inout AnswerKey
    ) throws {
        let last = timetable.lastCases(answer.register)
        let blood = isShown(answer.blood?.reportedAt, answer) ? answer.blood?.hundredths : nil
        let outcome = answer.outcome
        guard duty.isDrunk || (blood ?? 0) >= 8_000, (blood ?? 8_000) >= 8_000, !answer.isDrunk(at: last),
            !isShown(outcome.filedAt, answer), !isShown(outcome.notFiledAt, answer)
        else { return }
        let isDecided = isShown(outcome.decidedAt, answer)
        let due = Limit.days(7, after: duty.test.at)
        let state = isDecided ? .violated : missing(since: due, knownUntil: last)
        try plant("downgraded-to-admin", occasion, state, .critical, into: &key)
    }

    private static func bracket(_ hundredths: Int64) -> Int { hundredths >= 8_000 ? 2 : hundredths >= 2_000 ? 1 : 0 }

    private func judgeBrackets(
        _ occasion: Occasion,
        _ answer: CaseEntry,
        _ duty: (test: BreathTest, isDrunk: Bool, since: Int64),
        into key: inout AnswerKey
    ) throws {
        guard isShown(answer.outcome.decidedAt, answer) else { return }
        let last = timetable.lastCases(answer.register)
        let stated = answer.outcome.decisionHundredths.map(Self.bracket) ?? 2
        let decided = min(stated, answer.isDrunk(at: last) ? 2 : 1)
        let blood = isShown(answer.blood?.reportedAt, answer) ? answer.blood.map { Self.bracket($0.hundredths) } : nil
        guard decided < Self.bracket(duty.test.hundredths ?? 0), blood.map({ $0 > decided }) ?? true else { return }
        try plant("bracket-crossing", occasion, .violated, .high, into: &key)
    }

    private func judgeValue(_ occasion: Occasion, _ answer: CaseEntry, into key: inout AnswerKey) throws {
        guard let value = answer.hundredths, let read = answer.about.flatMap({ tests[$0].hundredths }) else { return }
        let isOther = Self.bracket(value) != Self.bracket(read)
        guard isOther || abs(value - read) > 100 else { return }
        let noted = occasion.tests.map(Subject.test) + (occasion.answer.map { [.entry($0)] } ?? [])
        let severity: Severity = isOther ? .critical : .medium
        try plant("value-mismatch", answer.number, .violated, severity, of: noted, into: &key)
    }

    private func judgeDivergence(
        _ occasion: Occasion,
        _ answer: CaseEntry,
        _ duty: (test: BreathTest, isDrunk: Bool, since: Int64),
        into key: inout AnswerKey
    ) throws {
        guard let blood = answer.blood, isShown(blood.reportedAt, answer), let breath = duty.test.hundredths else {
            return
        }
        // Twenty an hour are added back, for three hours at most.
        let added = min(max(0, blood.drawnAt - duty.test.at), 10_800) * 2_000 / 3_600
        let (whole, isDrunk) = (blood.hundredths + added, breath >= 8_000)
        let isFar = whole * 100 < breath * 60 || (isDrunk && blood.hundredths < 2_000)
        let hasFallen = isDrunk && whole < 8_000 && (breath - whole) * 100 > breath * 25
        guard isFar || hasFallen else { return }
        try plant("blood-breath-divergence", occasion, .violated, .critical, into: &key)
    }
}
