import Model

private let day: Int64 = 86_400
/// Limit of the recording check: 24 h to upload and 12 h grace.
private let filmLimit: Int64 = 129_600

extension Stage {
    /// Says of every staged occasion what the checks must find by the time of the key.
    func answerKey(seed: UInt64) throws -> AnswerKey {
        var key = AnswerKey(
            seed: seed,
            days: timetable.days,
            start: LocalTime.date(timetable.start),
            asOf: LocalTime.text(timetable.asOf).replacing(" ", with: "T") + "+08:00",
            planted: [],
            traps: []
        )
        for occasion in occasions {
            try judgeCase(of: occasion, into: &key)
            try judgeFilm(of: occasion, into: &key)
        }
        for verdict in messageVerdicts { judge(verdict, into: &key) }
        key.planted.sort { ($0.check, $0.subject) < ($1.check, $1.subject) }
        key.traps.sort { ($0.check, $0.subject, $0.why) < ($1.check, $1.subject, $1.why) }
        return key
    }

    private func subject(of occasion: Occasion) -> String {
        let first = tests[occasion.tests[0]]
        return "\(roster.testers[first.tester].device)|\(first.number)"
    }

    /// The highest evidential reading at or above 20 mg/100 mL, and the time of the earliest such reading.
    private func duty(of occasion: Occasion) -> (test: BreathTest, isDrunk: Bool, since: Int64)? {
        let positive = occasion.tests.map { tests[$0] }.filter {
            ($0.hundredths ?? 0) >= 2_000 && $0.isValid && $0.mode != .passive && $0.mode != .refused
        }
        guard !occasion.isExcused, let first = positive.first else { return nil }
        let highest = positive.reduce(first) { ($1.hundredths ?? 0) > ($0.hundredths ?? 0) ? $1 : $0 }
        return (highest, (highest.hundredths ?? 0) >= 8_000, first.at)
    }

    private func judgeCase(of occasion: Occasion, into key: inout AnswerKey) throws {
        let duty = duty(of: occasion)
        let check = duty.map { $0.isDrunk ? "drunk-no-case" : "drink-no-measure" } ?? "drunk-no-case"
        let subject = subject(of: occasion)
        if let why = occasion.trap { key.traps.append(.init(check: check, subject: subject, why: why)) }
        guard let duty, occasion.isMotor else { return }
        if let answer = occasion.answer, cases[answer].enteredAt <= timetable.lastCases(cases[answer].register) {
            return
        }
        let due = duty.since + day
        guard due <= timetable.asOf else {
            key.traps.append(.init(check: check, subject: subject, why: "not yet due"))
            return
        }
        let isKnown = due <= timetable.lastCases(roster.squadrons[occasion.squadron].register)
        if isKnown, occasion.noCase == nil {
            throw SimulationError.inconsistent("\(subject) has no visible case, and nobody planned that")
        }
        key.planted.append(
            .init(
                check: check,
                subject: subject,
                state: isKnown ? .violated : .undetermined,
                severity: duty.isDrunk ? .critical : .high,
                why: occasion.noCase ?? "its case would stand in a register that fell silent before the deadline"
            )
        )
    }

    private func judgeFilm(of occasion: Occasion, into key: inout AnswerKey) throws {
        guard let duty = duty(of: occasion) else { return }
        let check = "reading-no-video"
        let subject = subject(of: occasion)
        if let why = occasion.filmTrap { key.traps.append(.init(check: check, subject: subject, why: why)) }
        let due = duty.test.at + filmLimit
        if due > timetable.asOf {
            key.traps.append(.init(check: check, subject: subject, why: "not yet due"))
            guard occasion.noVideo == nil else {
                throw SimulationError.inconsistent("\(subject) was to lack its video, but too late to be due")
            }
        }
        guard let why = occasion.noVideo else { return }
        key.planted.append(
            .init(
                check: check,
                subject: subject,
                state: due <= timetable.lastRecordings ? .violated : .undetermined,
                severity: duty.isDrunk ? .critical : .high,
                why: why
            )
        )
    }

    private func judge(_ verdict: MessageVerdict, into key: inout AnswerKey) {
        let message = messages[verdict.message]
        guard verdict.isTrouble else {
            key.traps.append(.init(check: "sms-unreviewed", subject: message.number, why: verdict.why))
            return
        }
        key.planted.append(
            .init(
                check: "sms-unreviewed",
                subject: message.number,
                state: .violated,
                severity: message.isAdvisory ? .low : .high,
                why: verdict.why
            )
        )
    }
}
