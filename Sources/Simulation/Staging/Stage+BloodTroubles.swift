extension Stage {
    /// Blood that was not drawn, sent late, examined late, or is hardly that of the driver.
    mutating func stageBloodTroubles() throws {
        for _ in 0..<2 {
            let scene = try scene(8_800...19_000, before: 2)
            leaveOpen(scene.entry)
            cases[scene.entry].blood = nil
            note(.entry(scene.entry), "no blood was drawn")
        }
        try stageUnsent()
        try stageUnexamined()
        for value: Int64 in [5_500, 5_200] {
            let scene = try scene(16_000...18_000, before: 4)
            lower(scene, to: value)
            note(.entry(scene.entry), "the blood is far below the breath")
        }
        try stageRefusalTroubles()
        try stageBloodTraps()
    }

    /// The blood is below 80, and the case is settled for that.
    mutating func lower(_ scene: Scene, to value: Int64) {
        cases[scene.entry].blood?.hundredths = value
        cases[scene.entry].outcome = Outcome()
        settle(scene.entry, day: scene.slot.day + 1)
        cases[scene.entry].outcome.decisionHundredths = value
    }

    private mutating func stageUnsent() throws {
        for _ in 0..<2 {
            let scene = try scene(9_000...14_000, before: 5)
            strand(scene.entry, sentAt: nil)
            note(.entry(scene.entry), "the blood was never sent")
        }
        for _ in 0..<2 {
            let scene = try scene(9_000...14_000, before: 7)
            strand(scene.entry, sentAt: timetable.morning(scene.slot.day + 5, 9))
            note(.entry(scene.entry), "the blood was sent on the fifth day")
        }
        let scene = try scene(9_000...14_000, before: 6)
        let late = timetable.morning(scene.slot.day + 3, 16)
        strand(scene.entry, sentAt: late)
        trap("blood-send-late", .entry(scene.entry), "sent on the last afternoon of the limit")
    }

    /// Sent at a time or never; what follows, follows at once.
    private mutating func strand(_ entry: Int, sentAt sent: Int64?) {
        leaveOpen(entry)
        cases[entry].blood?.sentAt = sent
        cases[entry].blood?.receivedAt = sent.map { $0 + 7_200 }
        let day = sent.map { LocalTime.day(of: $0) + 1 }
        cases[entry].blood?.reportedAt = day.map { LocalTime.seconds(day: $0, 15) }
        cases[entry].blood?.notifiedAt = day.map { LocalTime.seconds(day: $0 + 1, 10) }
        if let day { decide(entry, day: day + 2 - timetable.start) }
    }

    private mutating func stageUnexamined() throws {
        let lab = try scene(9_000...14_000, before: 7)
        leaveOpen(lab.entry)
        cases[lab.entry].blood?.reportedAt = nil
        cases[lab.entry].blood?.notifiedAt = nil
        note(.entry(lab.entry), "the laboratory has had the blood and not reported")
        guard timetable.days >= 12 else { return }
        let late = try scene(9_000...14_000, before: 10)
        cases[late.entry].blood?.reportedAt = timetable.morning(late.slot.day + 8, 10)
        cases[late.entry].blood?.notifiedAt = timetable.morning(late.slot.day + 9, 10)
        decide(late.entry, day: late.slot.day + 10)
        note(.entry(late.entry), "the laboratory took a week")
        let untold = try scene(9_000...14_000, before: 10)
        cases[untold.entry].blood?.notifiedAt = nil
        note(.entry(untold.entry), "nobody was told of the report")
        let unreached = try scene(9_000...14_000, before: 10)
        cases[unreached.entry].blood?.notifiedAt = nil
        cases[unreached.entry].blood?.attemptedAt = timetable.morning(unreached.slot.day + 3, 10)
        trap("lab-or-notice-late", .entry(unreached.entry), "the party could not be reached, as the register says")
    }

    private mutating func stageRefusalTroubles() throws {
        for _ in 0..<2 {
            let refused = try stageRefusal()
            leaveOpen(refused.entry)
            cases[refused.entry].blood = nil
            note(.entry(refused.entry), "refused, and no blood was drawn")
        }
        let objection = try scene(4_000...6_500, before: 2)
        tests[objection.test].isSigned = false
        note(.entry(objection.entry), "the driver objected to the reading, and no blood was drawn")
        let second = try scene(4_000...6_500, before: 5)
        tests[second.test].isSigned = false
        drawBlood(second.entry)
        hasten(second.entry, day: second.slot.day)
        cases[second.entry].blood?.hundredths = 4_100
        trap("refusal-no-blood", .test(second.test), "the driver objected, and blood was drawn")
        let slot = try countySlot(days: 1...lastCaseDay)
        let (tester, driver) = (tester(of: slot.squadron), population.driver())
        let faint = blow(slot, on: tester, minute: 18, nil, by: driver, mode: .refused)
        let blown = blow(slot, on: tester, minute: 21, 0, by: driver)
        tests[blown].isSigned = true
        occasions.append(Occasion(tests: [faint, blown], squadron: slot.squadron))
        trap("refusal-no-blood", .test(faint), "too faint a blow was coded as refused; the next one was signed")
    }

    private mutating func stageRefusal() throws -> Scene {
        let slot = try countySlot(days: 1...max(1, timetable.days - 3))
        let (tester, driver) = (tester(of: slot.squadron), population.driver())
        let serial = blow(slot, on: tester, minute: 18, nil, by: driver, mode: .refused)
        let entry = file(.acceptance, about: serial, driver: driver, cites: true)
        unseize(entry)
        cases[entry].noBreathReason = "拒绝呼气检测"
        occasions.append(Occasion(tests: [serial], squadron: slot.squadron, answer: entry))
        return Scene(slot: slot, driver: driver, test: serial, entry: entry, occasion: occasions.count - 1)
    }

    private mutating func stageBloodTraps() throws {
        let late = try scene(8_800...14_000, before: 5)
        cases[late.entry].blood?.drawnAt = tests[late.test].at + 13_200
        trap("drunk-no-blood", .test(late.test), "drawn in a mountain village, ten minutes before the limit")
        let fled = try scene(9_000...14_000, before: 5)
        cases[fled.entry].blood = nil
        cases[fled.entry].circumstances.flags = [.fled]
        decide(fled.entry, day: fled.slot.day + 1)
        trap("drunk-no-blood", .test(fled.test), "the driver fled before blood was drawn: the breath value stands")
        let fallen = try scene(9_800...10_000, before: 5)
        lower(fallen, to: 6_300)
        cases[fallen.entry].blood?.drawnAt = tests[fallen.test].at + 10_800
        trap("blood-breath-divergence", .test(fallen.test), "drawn three hours later: what was burnt explains the fall")
        let risen = try scene(11_200...11_300, before: 5)
        cases[risen.entry].blood?.hundredths = 16_810
        trap("blood-breath-divergence", .test(risen.test), "the blood is higher, as in honest pairs")
    }
}
