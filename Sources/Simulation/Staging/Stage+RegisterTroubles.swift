extension Stage {
    /// Cases that vanish, and cases without a reading.
    mutating func stageRegisterTroubles() throws {
        for band in [Band.drink, .drink, .drunk] { try stageVanished(band) }
        try stageVanishingTraps()
        try stageUnread()
    }

    private mutating func stageVanished(_ band: Band) throws {
        let scene = try scene(band == .drunk ? 9_000...14_000 : 3_000...7_000, before: 5)
        leaveOpen(scene.entry)
        cases[scene.entry].blood = nil
        cases[scene.entry].absence = (after: timetable.cases(scene.slot.day + 2), before: .max)
        occasions[scene.occasion].noCase = "its case vanished from the register"
        note(.entry(scene.entry), "vanished from the register, with no decision to withdraw it")
    }

    private mutating func stageVanishingTraps() throws {
        let partial = try scene(3_000...7_000, before: 5)
        let day = partial.slot.day
        cases[partial.entry].absence = (after: timetable.cases(day + 2), before: timetable.cases(day + 4))
        trap("case-vanished", .entry(partial.entry), "one export lacks it, the next has it again")
        let renumbered = try scene(3_000...7_000, before: 5)
        var copy = cases[renumbered.entry]
        copy.renumberedFrom = copy.number
        copy.number = copy.number.replacing("受字", with: "行字")
        copy.absence = (after: 0, before: timetable.cases(renumbered.slot.day + 3))
        cases[renumbered.entry].absence = (after: timetable.cases(renumbered.slot.day + 2), before: .max)
        cases.append(copy)
        occasions[renumbered.occasion].answer = cases.count - 1
        trap("case-vanished", .entry(renumbered.entry), "it bears another number now, and says which it had")
        let joined = try scene(3_000...7_000, before: 6)
        let measure = file(.measure, about: joined.test, driver: joined.driver, cites: true)
        leaveOpen(measure)
        cases[measure].circumstances = Circumstances()
        unseize(measure)
        cases[measure].joinedTo = (cases[joined.entry].number, timetable.morning(joined.slot.day + 2, 10))
        cases[measure].absence = (after: timetable.cases(joined.slot.day + 3), before: .max)
        trap("case-vanished", .entry(measure), "joined to another case of the same stop")
        let withdrawn = try scene(9_000...14_000, before: 6)
        let time = timetable.morning(withdrawn.slot.day + 3, 10)
        cases[withdrawn.entry].outcome.revokedAt = time - 7_200
        cases[withdrawn.entry].outcome.withdrawnAt = time
        cases[withdrawn.entry].voidAt = time
        trap("case-vanished", .entry(withdrawn.entry), "withdrawn with a decision and an approver")
    }

    private mutating func stageUnread() throws {
        for _ in 0..<2 {
            let entry = stageCaseAlone(isDrunk: false)
            note(.entry(entry), "a case of drink-driving that no reading belongs to")
        }
        let crash = stageCaseAlone(isDrunk: true)
        cases[crash].noBreathReason = "事故伤者，医院直接抽血"
        cases[crash].circumstances.flags = [.liable]
        trap("case-no-reading", .entry(crash), "blood was drawn at once in hospital, as the case says")
    }

    private mutating func stageCaseAlone(isDrunk: Bool) -> Int {
        let day = 1 + chance.below(max(1, timetable.days - 5))
        let time = timetable.morning(day, 21) + chance.within(0...3_600)
        let driver = population.driver()
        let team = nextSquadron(direct: false)
        let category: CaseEntry.Category = isDrunk ? .acceptance : .administrative
        var entry = newCase(category, team: team, about: nil, at: time, enteredAt: time + 5_400, isDrunk: isDrunk)
        (entry.name, entry.id, entry.plate) = (driver.name, driver.id, driver.plate)
        cases.append(entry)
        let place = cases.count - 1
        if isDrunk {
            drawBlood(place)
            hasten(place, day: day)
            cases[place].blood?.hundredths = 11_200
            decide(place, day: day + 2)
        } else {
            settle(place, day: day)
        }
        return place
    }
}
