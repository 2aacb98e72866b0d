extension Stage {
    /// Readings typed in, late, nameless or altered.
    mutating func stageReadingTroubles() throws {
        try stageTyped()
        try stageLate()
        try stageNameless()
        try stageAltered()
    }

    /// Somebody without alcohol, who is of no further interest.
    mutating func stageSober(_ value: Int64 = 0, before: Int = 2, isFirstVendor: Bool = true) throws -> Int {
        for _ in 0..<40 {
            let slot = try countySlot(days: 1...max(1, timetable.days - before))
            let tester = tester(of: slot.squadron)
            guard !isFirstVendor || !roster.testers[tester].isSecondVendor else { continue }
            return blow(slot, on: tester, minute: 18, value, by: population.driver())
        }
        throw SimulationError.full(squadron: 0)
    }

    private mutating func stageTyped() throws {
        for value: Int64 in [900, 1_700] {
            let serial = try stageSober(value)
            tests[serial].entry = .typed
            note(.test(serial), "typed in by hand")
        }
        for entry in [BreathTest.Entry.typed, .resumed] {
            let scene = try sceneOfFirstVendor(3_000...7_000)
            tests[scene.test].entry = entry
            if entry == .typed {
                note(.test(scene.test), "typed in by hand")
            } else {
                trap("manual-entry", .test(scene.test), "the device sent it again from its memory")
            }
        }
    }

    private mutating func sceneOfFirstVendor(_ range: ClosedRange<Int64>) throws -> Scene {
        for _ in 0..<40 {
            let scene = try scene(range, before: 4)
            if !roster.testers[tests[scene.test].tester].isSecondVendor { return scene }
        }
        throw SimulationError.full(squadron: 0)
    }

    private mutating func stageLate() throws {
        for _ in 0..<2 {
            let scene = try scene(3_000...7_000, before: 4)
            tests[scene.test].uploadedAt = tests[scene.test].at + chance.within(14_400...30_000)
            note(.test(scene.test), "a positive reading that came after hours")
        }
        let next = try stageSober(before: 4, isFirstVendor: false)
        tests[next].uploadedAt = tests[next].at + chance.within(100_000...120_000)
        note(.test(next), "came on the second day")
        let near = try scene(3_000...7_000, before: 4)
        tests[near.test].uploadedAt = tests[near.test].at + 6_900
        trap("upload-late", .test(near.test), "a positive reading that came within two hours")
        let docked = try stageSober(before: 4, isFirstVendor: false)
        tests[docked].uploadedAt = tests[docked].at + 82_800
        trap("upload-late", .test(docked), "docked on the morning after, within the day")
    }

    private mutating func stageNameless() throws {
        for _ in 0..<2 {
            let scene = try scene(3_000...7_000, before: 4)
            (tests[scene.test].name, tests[scene.test].id, tests[scene.test].plate) = (nil, nil, nil)
            note(.test(scene.test), "nobody was ever named")
        }
        let scene = try scene(3_000...7_000, before: 4)
        tests[scene.test].plate = nil
        tests[scene.test].completedAt = tests[scene.test].at + 50_000
        trap("reading-incomplete", .test(scene.test), "name and number were completed on the next morning")
    }

    private mutating func stageAltered() throws {
        let slot = try firstVendorSlot(before: 4)
        let (tester, driver) = (tester(of: slot.squadron), population.driver())
        let hidden = blow(slot, on: tester, minute: 18, reading(8_500...12_000, on: tester), by: driver)
        let later = timetable.morning(slot.day + 1, 15)
        tests[hidden].alteration = .init(from: later, hundredths: 1_800)
        occasions.append(
            Occasion(tests: [hidden], squadron: slot.squadron, noCase: "altered to less than 20, and never filed")
        )
        note(.test(hidden), "80 and more, and less than 20 in a later export")
        let moved = try stageSober(before: 4)
        tests[moved].alteration = .init(from: tests[moved].at + 60_000, at: tests[moved].at + 140)
        note(.test(moved), "another time in a later export")
        let swapped = try stageSober(before: 4)
        tests[swapped].alteration = .init(from: tests[swapped].at + 60_000, plate: population.driver().plate)
        note(.test(swapped), "another plate in a later export")
        let filled = try scene(3_000...7_000, before: 4)
        tests[filled.test].completedAt = tests[filled.test].at + 50_000
        trap("record-altered", .test(filled.test), "empty fields were filled")
    }

    /// A slot of a county squadron that has testers of the first vendor only.
    mutating func firstVendorSlot(before: Int) throws -> Slot {
        for _ in 0..<40 {
            let slot = try countySlot(days: 1...max(1, timetable.days - before))
            if !(6...11).contains(slot.squadron) { return slot }
        }
        throw SimulationError.full(squadron: 0)
    }
}
