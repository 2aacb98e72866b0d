/// Which band a scene's reading falls in.
enum Band: CaseIterable {
    case drink, drunk

    var hundredths: ClosedRange<Int64> { self == .drunk ? 8_000...19_000 : 2_000...7_990 }
    /// What a lawful case begins as.
    var category: CaseEntry.Category { self == .drunk ? .acceptance : .administrative }
}

extension Stage {
    /// Positive tests that no case answers, each for another reason.
    mutating func stageCaseTroubles() throws {
        for band in [Band.drunk, .drunk, .drunk, .drink, .drink, .drink, .drink] { try stageNothingFiled(band) }
        for band in [Band.drunk, .drunk, .drink] { try stageNamesakeOnly(band) }
        for band in [Band.drunk, .drunk, .drink] { try stageCaseOfAnother(band) }
        for band in [Band.drunk, .drunk, .drink] { try stageCaseOfEarlier(band) }
        for band in [Band.drunk, .drunk, .drink] { try stageVoidCase(band) }
        try stageMeasureOnly(isRetested: false)
        try stageMeasureOnly(isRetested: true)
        for band in Band.allCases { try stageCaseSpent(band) }
        try stageLoweredRetest()
        try stageSilentRegister()
    }

    /// One driver, one blow of the band, in a slot early enough.
    private mutating func stageBlow(_ band: Band, from first: Int = 1) throws -> (Slot, Driver, Int) {
        let slot = try earlySlot(from: first)
        let driver = population.driver()
        let tester = tester(of: slot.squadron)
        let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
        return (slot, driver, serial)
    }

    private mutating func plant(_ serials: [Int], _ slot: Slot, noCase why: String) {
        occasions.append(Occasion(tests: serials, squadron: slot.squadron, noCase: why))
        note(.test(serials[0]), why)
    }

    private mutating func stageNothingFiled(_ band: Band) throws {
        let (slot, _, serial) = try stageBlow(band)
        plant([serial], slot, noCase: "no case at all")
    }

    private mutating func stageNamesakeOnly(_ band: Band) throws {
        let (slot, driver, serial) = try stageBlow(band)
        let entry = file(band.category, about: serial, driver: driver, carries: [.name])
        note(.entry(entry), "nothing but the name leads from this case to a reading")
        plant([serial], slot, noCase: "the only candidate shares no more than name and unit")
    }

    private mutating func stageCaseOfAnother(_ band: Band) throws {
        let (slot, driver, serial) = try stageBlow(band)
        var other = population.driver()
        other.plate = driver.plate
        let entry = file(band.category, about: serial, driver: other)
        note(.entry(entry), "the driver this case names never blew")
        plant([serial], slot, noCase: "the case on this plate names another person")
    }

    private mutating func stageCaseOfEarlier(_ band: Band) throws {
        let slot = try earlySlot(from: 4)
        let earlier = try book.take(
            squadron: slot.squadron,
            days: slot.day - 3...slot.day - 3,
            chance: &chance
        )
        let driver = population.driver()
        let tester = tester(of: slot.squadron)
        let first = blow(earlier, on: tester, minute: 18, reading(band.hundredths, on: tester), by: driver)
        let answer = file(band.category, about: first, driver: driver)
        occasions.append(Occasion(tests: [first], squadron: slot.squadron, answer: answer))
        let second = blow(slot, on: tester, minute: 18, reading(band.hundredths, on: tester), by: driver)
        plant([second], slot, noCase: "the driver's only case is of another occasion three days earlier")
    }

    private mutating func stageVoidCase(_ band: Band) throws {
        let slot = try countySlot(days: 1...max(1, timetable.days - 5))
        let driver = population.driver()
        let tester = tester(of: slot.squadron)
        let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
        let entered = tests[serial].at + 3_600
        let entry = file(band.category, about: serial, driver: driver, cites: true, enteredAt: entered)
        voidBeforeAnythingWasDone(entry, at: timetable.morning(slot.day + 1, 10))
        plant([serial], slot, noCase: "the case was declared void")
    }

    /// Two exports show it, from the next on it is void.
    private mutating func voidBeforeAnythingWasDone(_ entry: Int, at time: Int64) {
        cases[entry].voidAt = time
        cases[entry].blood = nil
        cases[entry].outcome = Outcome()
        cases[entry].circumstances = Circumstances()
        cases[entry].seizedAt = nil
        affairs.exhibits.removeAll { $0.entry == entry }
        note(.entry(entry), "declared void without a decision to withdraw it")
    }

    private mutating func stageMeasureOnly(isRetested: Bool) throws {
        let (slot, driver, serial) = try stageBlow(.drunk)
        var serials = [serial]
        if isRetested {
            let tester = tests[serial].tester
            serials.append(blow(slot, on: tester, minute: 24, reading(5_500...6_500, on: tester), by: driver))
        }
        let entry = file(.measure, about: serial, driver: driver, cites: true)
        cases[entry].isDrunk = true
        cases[entry].outcome = Outcome()
        cases[entry].circumstances = Circumstances()
        let why = "only a coercive measure, which does not answer a reading of 80 or more"
        plant(serials, slot, noCase: isRetested ? why + "; the retest was lower, the highest makes the duty" : why)
    }

    private mutating func stageCaseSpent(_ band: Band) throws {
        let slot = try earlySlot(from: 2)
        let before = try book.take(squadron: slot.squadron, days: slot.day - 1...slot.day - 1, chance: &chance)
        let driver = population.driver()
        let tester = tester(of: slot.squadron)
        let first = blow(before, on: tester, minute: 18, reading(band.hundredths, on: tester), by: driver)
        let answer = file(band.category, about: first, driver: driver, cites: true)
        occasions.append(Occasion(tests: [first], squadron: slot.squadron, answer: answer))
        let second = blow(slot, on: tester, minute: 18, reading(band.hundredths, on: tester), by: driver)
        plant([second], slot, noCase: "the driver's only case answers the stop of the evening before")
    }

    private mutating func stageLoweredRetest() throws {
        let (slot, driver, serial) = try stageBlow(.drink)
        let tester = tests[serial].tester
        let second = blow(slot, on: tester, minute: 26, reading(900...1_700, on: tester), by: driver)
        plant([serial, second], slot, noCase: "blown below 20 on a retest; the first reading still makes the duty")
    }

    /// Nothing filed where the register itself has fallen silent: what is absent cannot be known.
    private mutating func stageSilentRegister() throws {
        for band in Band.allCases {
            let days = timetable.days - 3...timetable.days - 2
            let slot = try book.take(squadron: nextSquadron(direct: true), days: days, chance: &chance)
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
            plant([serial], slot, noCase: "no case seen, but the register fell silent before the deadline")
        }
    }
}
