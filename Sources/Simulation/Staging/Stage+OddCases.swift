extension Stage {
    /// Cases that answer their stop though something about them is unusual.
    mutating func stageOddCases() throws {
        try stagePlateOnly()
        try stageMistypedIdentity()
        try stageOtherUnit()
        try stageOtherRegister()
        try stageNextMorning()
        try stageFaultyFilm()
    }

    /// One driver with one case, to be made odd; returns test and case.
    private mutating func stageAnswered(_ band: Band, in slot: Slot, _ why: String?) -> (test: Int, entry: Int) {
        let tester = tester(of: slot.squadron)
        let driver = population.driver()
        let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
        let entry = file(band.category, about: serial, driver: driver)
        var occasion = Occasion(tests: [serial], squadron: slot.squadron, answer: entry)
        occasion.trap = why
        occasions.append(occasion)
        return (serial, entry)
    }

    private mutating func stagePlateOnly() throws {
        for band in Band.allCases {
            let slot = try earlySlot()
            let (serial, _) = stageAnswered(band, in: slot, "no identity at the roadside: the plate leads to the case")
            tests[serial].name = nil
            tests[serial].id = nil
        }
    }

    private mutating func stageMistypedIdentity() throws {
        for band in Band.allCases {
            let slot = try earlySlot()
            let (serial, entry) = stageAnswered(
                band,
                in: slot,
                "the case cites the record; its identity number is mistyped"
            )
            cases[entry].cited = serial
            cases[entry].id = cases[entry].id.map(mistyped)
        }
    }

    /// The same number with its last digit of the sequence raised by one, so that the check digit no longer fits.
    private func mistyped(_ id: String) -> String {
        guard let digit = Int(String(id.dropFirst(16).prefix(1))) else { return id }
        return id.prefix(16) + String((digit + 1) % 10) + id.suffix(1)
    }

    private mutating func stageOtherUnit() throws {
        for _ in 0..<2 {
            let squadron = nextSquadron(direct: false)
            let slot = try book.take(squadron: squadron, days: 1...lastCaseDay, chance: &chance)
            let unit = roster.squadrons[squadron].unit
            let others = roster.squadrons.indices.filter {
                roster.squadrons[$0].register == .county && roster.squadrons[$0].unit != unit
            }
            stageFiledBy(chance.pick(others, or: 0), in: slot, "the case was filed by another unit")
        }
    }

    /// The directly subordinate brigade's own register is silent, but a county filed the case where it can be seen.
    private mutating func stageOtherRegister() throws {
        let days = timetable.days - 4...timetable.days - 3
        let slot = try book.take(squadron: nextSquadron(direct: true), days: days, chance: &chance)
        stageFiledBy(0, in: slot, "the unit's register is silent, but the case stands in the other one")
    }

    private mutating func stageFiledBy(_ squadron: Int, in slot: Slot, _ why: String) {
        let tester = tester(of: slot.squadron)
        let driver = population.driver()
        let serial = blow(slot, on: tester, minute: 19, reading(8_000...15_000, on: tester), by: driver)
        let entry = file(.acceptance, about: serial, driver: driver, by: squadron)
        var occasion = Occasion(tests: [serial], squadron: slot.squadron, answer: entry)
        occasion.trap = why
        occasions.append(occasion)
    }

    private mutating func stageNextMorning() throws {
        for band in Band.allCases {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
            let morning = timetable.morning(slot.day + 1, 10, 15)
            let entry = file(band.category, about: serial, driver: driver, enteredAt: morning)
            var occasion = Occasion(tests: [serial], squadron: slot.squadron, answer: entry)
            occasion.trap = "entered on the morning after, within the day"
            occasions.append(occasion)
        }
    }

    /// Films that only seem to miss the test.
    private mutating func stageFaultyFilm() throws {
        let scenes: [(Band, [(Int64, Int64, Darkness.Which)], String)] = [
            (.drunk, [(-900, 900, .allButLead), (-900, -20, .lead)], "the camera's clock is 100 seconds fast"),
            (.drink, [(-900, 900, .allButLead), (-4, 4, .lead)], "two clips meet with 8 seconds between them"),
            (.drunk, [(-900, 900, .lead)], "the lead camera was off; a colleague of the squadron filmed"),
        ]
        for (band, spans, why) in scenes {
            let serial = try stageFilmTrap(band, why)
            for (from, to, which) in spans { darken(serial, from: from, to: to, which) }
        }
        let serial = try stageFilmTrap(.drunk, "the tester's own officer did not film; a colleague did")
        darken(serial, from: -900, to: 900, .officer(tests[serial].officer))
    }

    private mutating func stageFilmTrap(_ band: Band, _ why: String) throws -> Int {
        let slot = try book.take(squadron: nextSquadron(), days: 1...lastDirectDay, chance: &chance)
        let (serial, _) = stageAnswered(band, in: slot, nil)
        occasions[occasions.count - 1].filmTrap = why
        return serial
    }
}
