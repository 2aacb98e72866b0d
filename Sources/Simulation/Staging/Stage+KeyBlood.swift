import Model

extension Stage {
    /// Blood that was sent, examined or told of too late, or not yet.
    func judgeBlood(_ place: Int, into key: inout AnswerKey) throws {
        let entry = cases[place]
        guard let blood = entry.blood else { return }
        let sending = Step(from: blood.drawnAt, to: blood.sentAt, due: Limit.days(3, after: blood.drawnAt))
        let ends = [5, 10].map {
            min(blood.sentAt ?? .max, timetable.asOf) >= Limit.workingDays($0, after: blood.drawnAt)
        }
        let severity: Severity = ends[1] ? .critical : ends[0] ? .high : .medium
        try judge("blood-send-late", place, sending, severity, into: &key)
        if let received = blood.receivedAt {
            let step = Step(from: received, to: blood.reportedAt, due: Limit.workingDays(3, after: received))
            try judge("lab-or-notice-late", place, step, .medium, mark: "|lab", into: &key)
        }
        guard let reported = blood.reportedAt else { return }
        let due = Limit.workingDays(5, after: reported)
        if let attempted = blood.attemptedAt, isShown(attempted, entry), attempted <= due { return }
        let step = Step(from: reported, to: blood.notifiedAt, due: due)
        try judge("lab-or-notice-late", place, step, .medium, mark: "|notice", into: &key)
    }

    /// What must follow something within a limit.
    struct Step {
        let from: Int64
        let to: Int64?
        let due: Int64
    }

    private func judge(
        _ check: String,
        _ place: Int,
        _ step: Step,
        _ severity: Severity,
        mark: String = "",
        into key: inout AnswerKey
    ) throws {
        let entry = cases[place]
        guard isShown(step.from, entry) else { return }
        let state: PlantedState?
        if isShown(step.to, entry), let done = step.to {
            state = done > step.due ? .closed : nil
        } else {
            state = missing(since: step.due, knownUntil: timetable.lastCases(entry.register))
        }
        try plant(check, place, state, severity, mark: mark, into: &key)
    }

    /// Times in a case that cannot follow each other so.
    func judgeOrder(_ place: Int, _ stop: Occasion?, into key: inout AnswerKey) throws {
        let entry = cases[place]
        let (outcome, blood) = (entry.outcome, entry.blood)
        let test = stop.map { tests[$0.tests[0]].at }
        let isAccident = entry.circumstances.flags.contains(.liable)
        let orders: [(Int64?, Int64?)] = [
            (test.map { $0 - 300 }, entry.acceptedAt), (entry.acceptedAt, outcome.filedAt),
            (isAccident ? nil : test, blood?.drawnAt), (blood?.drawnAt, blood?.receivedAt),
            (blood?.receivedAt, blood?.reportedAt), (outcome.penaltyNotifiedAt, outcome.decidedAt),
        ]
        let isWrong = orders.contains { first, second in
            guard let first, let second, isShown(first, entry), isShown(second, entry) else { return false }
            return second < first && !(isMidnight(second) && LocalTime.day(of: first) == LocalTime.day(of: second))
        }
        let due = stop.flatMap { duty(of: $0)?.since }.map { $0 + 86_400 }
        let claimed = [entry.acceptedAt, outcome.filedAt].compactMap(\.self).min()
        let isBackdated = due.map { due in entry.enteredAt > due && (claimed.map { $0 < due } ?? false) } ?? false
        guard isWrong || isBackdated else { return }
        try plant("time-order", place, .violated, isBackdated ? .critical : .high, into: &key)
    }

    /// A day without a time of day.
    private func isMidnight(_ time: Int64) -> Bool { time == LocalTime.seconds(day: LocalTime.day(of: time), 0) }
}
