extension Stage {
    /// Testers that fell silent, lack a certificate, or whose clock is wrong.
    mutating func stageTesterTroubles() throws {
        note(.tester(Tester.Place.silent), "no test of it since the fourth day")
        note(.tester(Tester.Place.silentAfterPositive), "no test of it since one of 20 and more")
        note(.tester(Tester.Place.uncertified), "its certificate lapsed")
        note(.tester(Tester.Place.unregistered), "it stands in no register")
        note(.tester(Tester.Place.slowClock), "all its rows arrive seven minutes after the time they bear")
        note(.tester(Tester.Place.hugging), "its readings pile up just below 20")
        for camera in [5, 60] { note(.camera(camera), "nobody looked at it in the month") }
        try stageLastPositive()
        try stageClocks()
        try stageQuietTraps()
    }

    /// The last row of a tester that is never heard of again.
    private mutating func stageLastPositive() throws {
        let place = Tester.Place.silentAfterPositive
        let slot = try book.take(squadron: roster.testers[place].squadron, days: 3...3, chance: &chance)
        let driver = population.driver()
        let serial = blow(slot, on: place, minute: 19, reading(3_000...7_000, on: place), by: driver)
        let entry = file(.administrative, about: serial, driver: driver, cites: true)
        occasions.append(Occasion(tests: [serial], squadron: slot.squadron, answer: entry))
    }

    private mutating func stageClocks() throws {
        for (place, offset) in [(6, -200), (7, -30)] as [(Int, Int64)] {
            let slot = try book.take(squadron: roster.testers[place].squadron, days: 2...4, chance: &chance)
            for index: Int64 in 0..<3 {
                let serial = blow(slot, on: place, minute: 10 + index * 5, 0, by: population.driver())
                tests[serial].uploadedAt = tests[serial].at + offset
            }
        }
        note(.tester(6), "rows that arrived before the time they bear")
        let place = Tester.Place.slowClock
        let slot = try book.take(squadron: roster.testers[place].squadron, days: 1...4, chance: &chance)
        for index: Int64 in 0..<12 { _ = blow(slot, on: place, minute: 2 + index * 3, 0, by: population.driver()) }
    }

    /// Other silences and certificates, all in order.
    private mutating func stageQuietTraps() throws {
        trap("device-silent", .tester(Tester.Place.repaired), "registered as being repaired")
        trap("device-uncertified", .tester(Tester.Place.longCertificate), "its certificate holds for a year")
        trap(
            "device-uncertified",
            .tester(Tester.Place.lateRegister),
            "the register was brought up to date two days late"
        )
        trap("record-gap", .tester(Tester.Place.newBoard), "it counts from 1 again since its board was exchanged")
        trap("device-clock-skew", .tester(Tester.Place.spreadTransfer), "slow transfers, of no constant length")
        trap("device-clock-skew", .tester(7), "half a minute early")
    }

    /// Forty-five readings just below the line on one tester; and beside them enough just above 10 on the others of the
    /// unit that the unit as a whole does not stand out.
    mutating func stageHugging() {
        for _ in 0..<45 { stageHug(1_500...1_990, on: Tester.Place.hugging) }
        for _ in 0..<20 { stageHug(500...990, on: Tester.Place.hugging) }
        for index in 0..<60 { stageHug(1_000...1_490, on: index % 3) }
        for _ in 0..<20 { stageHug(1_500...1_990, on: 12) }
        trap("threshold-hugging", .tester(12), "too few readings to tell")
    }

    private mutating func stageHug(_ range: ClosedRange<Int64>, on tester: Int) {
        for _ in 0..<60 {
            let day = 1 + chance.below(max(1, min(timetable.days - 2, 20)))
            let index = Slot.evening.lowerBound + chance.below(Slot.evening.count)
            let slot = Slot(squadron: roster.testers[tester].squadron, day: day, index: index)
            guard !book.isTaken(slot) else { continue }
            _ = blow(
                slot,
                on: tester,
                minute: chance.within(0...38),
                reading(range, on: tester),
                by: population.driver()
            )
            return
        }
    }
}
