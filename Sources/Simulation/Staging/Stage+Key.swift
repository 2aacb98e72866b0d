import Model

private let day: Int64 = 86_400
/// Limit of the recording check: 24 h to upload and 12 h grace.
private let filmLimit: Int64 = 129_600

extension Stage {
    /// Says of everything staged what the checks must find by the time of the key.
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
            try judgeStop(occasion, into: &key)
        }
        for verdict in messageVerdicts { judge(verdict, into: &key) }
        try judgeTests(into: &key)
        try judgeTesters(into: &key)
        try judgeCases(into: &key)
        try judgeAffairs(into: &key)
        key.traps += traps.map { .init(check: $0.check, subject: name(of: $0.subject), why: $0.why) }
        key.planted.sort { ($0.check, $0.subject) < ($1.check, $1.subject) }
        key.traps.sort { ($0.check, $0.subject, $0.why) < ($1.check, $1.subject, $1.why) }
        return key
    }

    /// The natural key of a subject.
    func name(of subject: Subject) -> String {
        switch subject {
        case .test(let serial): "\(roster.testers[tests[serial].tester].device)|\(tests[serial].number)"
        case .entry(let place): cases[place].number
        case .sighting(let place): "\(roster.robots[sightings[place].robot].code)|\(sightings[place].number)"
        case .clip(let place): FilmExport.number(of: clips[place], roster)
        case .complaint(let place): affairs.complaints[place].number
        case .tester(let place): roster.testers[place].device
        case .accident(let place): affairs.accidents[place].number
        case .session(let place): affairs.sessions[place].number
        case .camera(let place): roster.cameras[place].serial
        }
    }

    /// Puts a trouble into the key, for the reason that was noted of one of these subjects.
    func plant(
        _ check: String,
        _ subject: String,
        _ state: PlantedState,
        _ severity: Severity,
        of noted: [Subject],
        into key: inout AnswerKey
    ) throws {
        let silence = state == .undetermined ? "what it waits for would stand in a register that fell silent" : nil
        guard let why = noted.lazy.compactMap({ notes[$0] }).first ?? silence else {
            throw SimulationError.inconsistent("\(check) \(subject): nobody planned that")
        }
        key.planted.append(.init(check: check, subject: subject, state: state, severity: severity, why: why))
    }

    /// How something missing stands whose limit is over at a time, and which would be known until another.
    func missing(since due: Int64, knownUntil last: Int64) -> PlantedState? {
        guard due <= timetable.asOf else { return nil }
        return due <= last ? .violated : .undetermined
    }

    func subject(of occasion: Occasion) -> String { name(of: .test(occasion.tests[0])) }

    /// The highest evidential reading at or above 20 mg/100 mL, and the time of the earliest such reading.
    func duty(of occasion: Occasion) -> (test: BreathTest, isDrunk: Bool, since: Int64)? {
        let positive = occasion.tests.map { tests[$0] }.filter {
            ($0.hundredths ?? 0) >= 2_000 && $0.isValid && $0.mode != .passive && $0.mode != .refused
        }
        guard !occasion.isExcused, let first = positive.first else { return nil }
        let highest = positive.reduce(first) { ($1.hundredths ?? 0) > ($0.hundredths ?? 0) ? $1 : $0 }
        return (highest, (highest.hundredths ?? 0) >= 8_000, first.at)
    }

    /// The case that answers a stop, as far as its register shows it at the end: one that is void answers only where it
    /// was withdrawn with an approver.
    func visibleAnswer(of occasion: Occasion) -> CaseEntry? {
        guard let answer = occasion.answer else { return nil }
        let entry = cases[answer]
        let last = timetable.lastCases(entry.register)
        guard entry.isShown(at: last) else { return nil }
        let isWithdrawn = entry.outcome.withdrawnAt != nil && entry.outcome.approver != nil
        return entry.voidAt.map { $0 > last } ?? true || isWithdrawn ? entry : nil
    }

    private func judgeCase(of occasion: Occasion, into key: inout AnswerKey) throws {
        let duty = duty(of: occasion)
        let check = duty.map { $0.isDrunk ? "drunk-no-case" : "drink-no-measure" } ?? "drunk-no-case"
        let subject = subject(of: occasion)
        if let why = occasion.trap { key.traps.append(.init(check: check, subject: subject, why: why)) }
        guard let duty, occasion.isMotor, visibleAnswer(of: occasion) == nil else { return }
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
