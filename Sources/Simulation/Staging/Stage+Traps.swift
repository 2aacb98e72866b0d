extension Stage {
    /// Stops that look wrong and are not.
    mutating func stageTraps() throws {
        try stageRetests()
        try stageInvalidBlows()
        try stageScreening()
        try stageRiders()
        try stageOddCases()
        try stageDriverSwap()
        try stageReturningDriver()
        try stageMidnight()
        try stageRefusals()
    }

    /// Marks the occasion of these tests as a trap with the case that answers it.
    private mutating func trap(_ serials: [Int], _ slot: Slot, answer: Int?, isMotor: Bool = true, _ why: String) {
        var occasion = Occasion(tests: serials, squadron: slot.squadron, isMotor: isMotor, answer: answer)
        occasion.trap = why
        occasions.append(occasion)
        for serial in serials { tests[serial].isMotor = isMotor }
    }

    /// Three blows of one person, the last a good twenty minutes after the first, and a last one below the line.
    private mutating func stageRetests() throws {
        for (band, last) in [(Band.drunk, 6_000...7_500 as ClosedRange<Int64>), (.drink, 800...1_900)] {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let first = blow(slot, on: tester, minute: 6, reading(band.hundredths, on: tester), by: driver)
            let second = blow(slot, on: tester, minute: 10, reading(band.hundredths, on: tester), by: driver)
            let third = blow(slot, on: tester, minute: 31, reading(last, on: tester), by: driver)
            let highest = (tests[first].hundredths ?? 0) >= (tests[second].hundredths ?? 0) ? first : second
            let answer = file(band.category, about: highest, driver: driver)
            note(.test(first), "blown until it was below the line")
            trap([first, second, third], slot, answer: answer, "three blows of one person are one stop with one case")
        }
    }

    private mutating func stageInvalidBlows() throws {
        for value: Int64 in [8_800, 3_300] {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let first = blow(slot, on: tester, minute: 19, value, by: driver)
            tests[first].isValid = false
            let second = blow(slot, on: tester, minute: 21, 0, by: driver)
            trap(
                [first, second],
                slot,
                answer: nil,
                "the device marked the positive blow invalid; the valid one was 0"
            )
        }
    }

    /// The passive sniffer shows a number that means nothing.
    private mutating func stageScreening() throws {
        for _ in 0..<3 {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            var serials = [blow(slot, on: tester, minute: 19, 9_900, by: driver, mode: .passive)]
            serials.append(blow(slot, on: tester, minute: 21, 0, by: driver))
            trap(serials, slot, answer: nil, "a passive screening value is never judged by number")
        }
    }

    private mutating func stageRiders() throws {
        for range in [8_000...15_000 as ClosedRange<Int64>, 2_200...7_000, 9_000...12_000] {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let serial = blow(slot, on: tester, minute: 19, reading(range, on: tester), by: driver)
            trap(
                [serial],
                slot,
                answer: nil,
                isMotor: false,
                "the rider of an e-bike: neither crime nor measure applies"
            )
        }
    }

    /// Two people on one plate within the hour, each with a case.
    private mutating func stageDriverSwap() throws {
        for gap: Int64 in [11, 27] {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let one = population.driver()
            var two = population.driver()
            two.plate = one.plate
            for (minute, driver, band) in [(6, one, Band.drunk), (6 + gap, two, .drink)] {
                let serial = blow(slot, on: tester, minute: minute, reading(band.hundredths, on: tester), by: driver)
                let answer = file(band.category, about: serial, driver: driver)
                trap([serial], slot, answer: answer, "two drivers of one vehicle, each with a case of their own")
            }
        }
    }

    private mutating func stageReturningDriver() throws {
        let slot = try earlySlot(from: 2)
        let before = try book.take(squadron: slot.squadron, days: slot.day - 1...slot.day - 1, chance: &chance)
        let driver = population.driver()
        let tester = tester(of: slot.squadron)
        for evening in [before, slot] {
            let serial = blow(evening, on: tester, minute: 19, reading(2_500...7_000, on: tester), by: driver)
            let answer = file(.measure, about: serial, driver: driver)
            trap([serial], evening, answer: answer, "the same driver on two evenings running, each time with a case")
        }
    }

    private mutating func stageMidnight() throws {
        for band in Band.allCases {
            let slot = try earlySlot(indices: 9...9)
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let first = blow(slot, on: tester, minute: 28, reading(band.hundredths, on: tester), by: driver)
            let second = blow(slot, on: tester, minute: 33, reading(band.hundredths, on: tester), by: driver)
            let highest = (tests[first].hundredths ?? 0) >= (tests[second].hundredths ?? 0) ? first : second
            let answer = file(band.category, about: highest, driver: driver)
            trap([first, second], slot, answer: answer, "the stop runs over midnight")
        }
    }

    private mutating func stageRefusals() throws {
        for _ in 0..<3 {
            let slot = try earlySlot()
            let tester = tester(of: slot.squadron)
            let driver = population.driver()
            let serial = blow(slot, on: tester, minute: 19, nil, by: driver, mode: .refused)
            let answer = file(.acceptance, about: serial, driver: driver, cites: true)
            cases[answer].noBreathReason = "拒绝呼气检测"
            trap([serial], slot, answer: answer, "refused: there is no number to judge, and the case is filed")
        }
    }
}
