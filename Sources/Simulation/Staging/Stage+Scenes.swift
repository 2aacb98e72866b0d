extension Stage {
    /// Two or three of each trouble a fortnight, and more the longer it lasts.
    var rounds: Int { max(1, timetable.days / 14) }

    /// Every trouble but those of missing cases and films.
    mutating func stagePlantedTroubles() throws {
        try stageTesterTroubles()
        for _ in 0..<rounds {
            try stageBloodTroubles()
            try stageDecisionTroubles()
            try stageOrderTroubles()
            try stageRegisterTroubles()
            try stageHandlingTroubles()
            try stageRetestTroubles()
            try stageReadingTroubles()
            try stageRunTroubles()
            try stageOfficerTroubles()
        }
    }

    /// A lawful stop of a county squadron with its case, on a day from the second up to so many before the end.
    mutating func scene(_ range: ClosedRange<Int64>, before: Int, isNamed: Bool = true) throws -> Scene {
        let slot = try countySlot(days: 1...max(1, timetable.days - before))
        let tester = tester(of: slot.squadron)
        let driver = population.driver()
        let serial = blow(slot, on: tester, minute: 18, reading(range, on: tester), by: isNamed ? driver : nil)
        let category: CaseEntry.Category = range.lowerBound >= 8_000 ? .acceptance : .administrative
        let entry = file(category, about: serial, driver: driver, cites: true, enteredAt: tests[serial].at + 5_400)
        plain(entry)
        occasions.append(Occasion(tests: [serial], squadron: slot.squadron, answer: entry))
        return Scene(slot: slot, driver: driver, test: serial, entry: entry, occasion: occasions.count - 1)
    }

    /// One whose case says nothing of decisions, circumstances and seizures, and whose blood went its way at once.
    private mutating func plain(_ entry: Int) {
        cases[entry].circumstances = Circumstances()
        unseize(entry)
        let day = shift(of: 0, at: tested(entry)).day
        guard cases[entry].blood != nil else {
            cases[entry].outcome = Outcome()
            return settle(entry, day: day)
        }
        hasten(entry, day: day)
        decide(entry, day: day + 2)
    }

    mutating func unseize(_ entry: Int) {
        cases[entry].seizedAt = nil
        affairs.exhibits.removeAll { $0.entry == entry }
    }

    /// Sent and examined on the day after, told on the next.
    mutating func hasten(_ entry: Int, day: Int) {
        let drawn = tested(entry) + 3_000
        cases[entry].blood?.drawnAt = drawn
        cases[entry].blood?.sentAt = timetable.morning(day + 1, 9)
        cases[entry].blood?.receivedAt = timetable.morning(day + 1, 11)
        cases[entry].blood?.reportedAt = timetable.morning(day + 1, 15)
        cases[entry].blood?.notifiedAt = timetable.morning(day + 2, 10)
        if let breath = cases[entry].hundredths { cases[entry].blood?.hundredths = max(8_010, breath / 10 * 10) }
    }

    /// Filed on a day.
    mutating func decide(_ entry: Int, day: Int) {
        cases[entry].outcome = Outcome()
        cases[entry].outcome.approver = approver(of: entry)
        cases[entry].outcome.filedAt = timetable.morning(day, 11)
        cases[entry].outcome.revokedAt = timetable.morning(day + 1, 11)
    }

    /// An administrative decision two days after the stop.
    mutating func settle(_ entry: Int, day: Int) {
        cases[entry].outcome.approver = approver(of: entry)
        cases[entry].outcome.penaltyNotifiedAt = timetable.morning(day + 1, 10)
        cases[entry].outcome.decidedAt = timetable.morning(day + 2, 15)
    }

    /// Nothing was decided.
    mutating func leaveOpen(_ entry: Int) { cases[entry].outcome = Outcome() }

    /// Not filed on the third day, with the licence revoked before.
    mutating func decline(_ scene: Scene, _ reason: String?) {
        let time = timetable.morning(scene.slot.day + 2, 11)
        cases[scene.entry].outcome = Outcome()
        cases[scene.entry].outcome.approver = approver(of: scene.entry)
        cases[scene.entry].outcome.notFiledAt = time
        cases[scene.entry].outcome.nonfilingReason = reason
        cases[scene.entry].outcome.revokedAt = time - 5_400
    }
}
