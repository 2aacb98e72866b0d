/// The year's volume: 0.3 million breath tests, of which about 3 % show alcohol.
private let testsPerYear = 300_000.0

extension Stage {
    /// Ordinary positive tests, each with its case and its video.
    mutating func stageOrdinaryPositives() throws {
        for day in 0..<timetable.days {
            let wanted = Int((Double(testCount(day)) * 0.03).rounded())
            for _ in 0..<wanted {
                let squadron = chance.below(roster.squadrons.count)
                let indices = chance.happens(perMille: 850) ? Slot.evening : Slot.noon
                // A full squadron sees no more of them that day.
                guard
                    let slot = try? book.take(squadron: squadron, days: day...day, indices: indices, chance: &chance)
                else { continue }
                stageOrdinary(slot)
            }
        }
    }

    private mutating func stageOrdinary(_ slot: Slot) {
        let tester = tester(of: slot.squadron)
        let driver = population.driver()
        let isDrunk = chance.happens(perMille: 350)
        let highest = reading(isDrunk ? 8_000...21_000 : 2_000...7_990, on: tester)
        var blows = [blow(slot, on: tester, minute: 18, highest, by: driver)]
        if chance.happens(perMille: 120) {
            let lower = reading(max(isDrunk ? 8_000 : 2_000, highest - 900)...highest, on: tester)
            blows.append(blow(slot, on: tester, minute: 21, lower, by: driver))
        }
        var occasion = Occasion(tests: blows, squadron: slot.squadron)
        if chance.happens(perMille: 40) {
            occasion.isMotor = false
            for serial in blows { tests[serial].isMotor = false }
        } else {
            occasion.answer = fileOrdinary(about: blows[0], isDrunk: isDrunk, driver: driver)
        }
        if slot.day > 0, chance.happens(perMille: 80) { completeLater(blows) }
        if slot.day < timetable.days - 4, chance.happens(perMille: 60) { upload(blows, after: 2_400...6_600) }
        occasions.append(occasion)
    }

    private mutating func fileOrdinary(about test: Int, isDrunk: Bool, driver: Driver) -> Int {
        let category: CaseEntry.Category =
            isDrunk ? .acceptance : chance.happens(perMille: 500) ? .measure : .administrative
        switch chance.below(10) {
        case 0...5: return file(category, about: test, driver: driver)
        case 6...7: return file(category, about: test, driver: driver, cites: true)
        case 8: return file(category, about: test, driver: driver, carries: [.name, .id])
        default: return file(category, about: test, driver: driver, carries: [.plate], cites: true)
        }
    }

    /// Name and number are typed in on the morning after.
    private mutating func completeLater(_ serials: [Int]) {
        let completed = tests[serials[0]].at + chance.within(36_000...50_000)
        for serial in serials { tests[serial].completedAt = completed }
    }

    /// A valley without a signal: late, but within the limits.
    private mutating func upload(_ serials: [Int], after delay: ClosedRange<Int64>) {
        let uploaded = tests[serials[0]].at + chance.within(delay)
        for serial in serials { tests[serial].uploadedAt = uploaded + Int64(serial % 7) }
    }

    /// Negative tests around the scenes. Each bears a plate of its own, so that none joins another's stop.
    mutating func stageNegatives() {
        for day in 0..<timetable.days {
            stageDaily(day)
            for _ in 0..<testCount(day) { stageNegative(day) }
        }
    }

    /// Mostly nothing; else the less the more often, so that no line of the law shows in the numbers.
    private mutating func ordinaryValue(on tester: Int) -> Int64 {
        guard !chance.happens(perMille: 930) else { return 0 }
        switch chance.below(100) {
        case 0...59: return reading(100...700, on: tester)
        case 60...84: return reading(710...1_400, on: tester)
        default: return reading(1_410...1_990, on: tester)
        }
    }

    private mutating func stageNegative(_ day: Int) {
        guard let (slot, tester) = openSlot(day) else { return }
        stageNegative(slot, on: tester)
    }

    /// Each tester blows at least once an evening: one that does not is silent.
    private mutating func stageDaily(_ day: Int) {
        for tester in roster.testers.indices where roster.testers[tester].silentFrom.map({ day < $0 }) ?? true {
            let slots = Slot.evening.map { Slot(squadron: roster.testers[tester].squadron, day: day, index: $0) }
            let open = slots.filter { !book.isTaken($0) }
            guard !open.isEmpty else {
                _ = blow(at: timetable.morning(day, 18, 50) + Int64(tester), on: tester, 0, by: population.driver())
                continue
            }
            stageNegative(chance.pick(open, or: slots[0]), on: tester)
        }
    }

    private mutating func stageNegative(_ slot: Slot, on tester: Int) {
        let value = ordinaryValue(on: tester)
        let driver = population.driver()
        let serial = blow(slot, on: tester, minute: chance.within(0...38), value, by: driver)
        tests[serial].isMotor = chance.happens(perMille: 930)
        if chance.happens(perMille: 700) { tests[serial].name = nil }
        if chance.happens(perMille: 850) { tests[serial].id = nil }
        if chance.happens(perMille: 15) { upload([serial], after: 40_000...80_000) }
        if roster.testers[tester].isSecondVendor == false, tests[serial].uploadedAt - tests[serial].at < 600,
            chance.happens(perMille: 4)
        {
            // Device and number can be read all the same, so that no number is missing (ruling 17).
            tests[serial].damage = chance.happens(perMille: 500) ? .badTime : .impossibleValue
        }
    }

    /// A tester and a time that no scene has taken.
    private mutating func openSlot(_ day: Int) -> (Slot, tester: Int)? {
        for _ in 0..<20 {
            let tester = chance.below(roster.testers.count)
            let indices = chance.happens(perMille: 820) ? Slot.evening : Slot.noon
            let index = indices.lowerBound + chance.below(indices.count)
            let slot = Slot(squadron: roster.testers[tester].squadron, day: day, index: index)
            let isSilent = roster.testers[tester].silentFrom.map { $0 <= day } ?? false
            if !isSilent, !book.isTaken(slot) { return (slot, tester) }
        }
        return nil
    }

    private func testCount(_ day: Int) -> Int {
        let weights = [0.8, 1.0, 0.8, 0.9, 1.3, 1.3, 0.9]
        return Int((testsPerYear / 365 * scale * weights[LocalTime.weekday(timetable.start + day)]).rounded())
    }
}
