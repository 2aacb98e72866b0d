extension Stage {
    /// Times that cannot be, and some that only look so.
    mutating func stageOrderTroubles() throws {
        let early = try scene(9_000...14_000, before: 5)
        cases[early.entry].acceptedAt = tests[early.test].at - 1_800
        note(.entry(early.entry), "accepted half an hour before the test")
        let drawn = try scene(9_000...14_000, before: 5)
        cases[drawn.entry].blood?.drawnAt = tests[drawn.test].at - 1_200
        note(.entry(drawn.entry), "blood drawn before the test")
        let reported = try scene(9_000...14_000, before: 5)
        cases[reported.entry].blood?.reportedAt = timetable.morning(reported.slot.day + 1, 10)
        note(.entry(reported.entry), "reported before the laboratory had the blood")
        let told = try scene(3_000...7_000, before: 4)
        cases[told.entry].outcome.penaltyNotifiedAt = timetable.morning(told.slot.day + 2, 17)
        note(.entry(told.entry), "decided before the party was told")
        let slot = try countySlot(days: 1...max(1, timetable.days - 4))
        let (tester, driver) = (tester(of: slot.squadron), population.driver())
        let serial = blow(slot, on: tester, minute: 18, reading(3_000...7_000, on: tester), by: driver)
        let time = tests[serial].at
        let entry = file(.administrative, about: serial, driver: driver, cites: true, enteredAt: time + 108_000)
        cases[entry].acceptedAt = time + 7_200
        unseize(entry)
        occasions.append(Occasion(tests: [serial], squadron: slot.squadron, answer: entry))
        note(.entry(entry), "entered thirty hours later, claiming two")
        try stageOrderTraps()
    }

    private mutating func stageOrderTraps() throws {
        let crash = try scene(9_000...14_000, before: 5)
        let time = tests[crash.test].at
        cases[crash.entry].blood?.drawnAt = time - 1_500
        cases[crash.entry].circumstances.flags = [.liable]
        let accident = suffer(at: time - 4_800, by: crash.driver)
        affairs.accidents[accident].isAlcoholSuspected = true
        affairs.accidents[accident].bloodAt = time - 1_500
        affairs.accidents[accident].caseNumber = cases[crash.entry].number
        trap("time-order", .entry(crash.entry), "an accident: blood was drawn before there was a tester")
        let dated = try scene(9_000...14_000, before: 5)
        cases[dated.entry].blood?.reportedAt = timetable.morning(dated.slot.day + 1, 0)
        trap("time-order", .entry(dated.entry), "the report bears a date without a time of day")
    }
}
