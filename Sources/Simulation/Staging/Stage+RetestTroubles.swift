extension Stage {
    /// Blown until lower, and repeats that are none of that.
    mutating func stageRetestTroubles() throws {
        for (range, last) in [(9_000...12_000, 6_000...7_500), (2_600...4_000, 900...1_700)]
            as [(ClosedRange<Int64>, ClosedRange<Int64>)]
        {
            let scene = try scene(range, before: 4)
            again(scene, minute: 27, last)
            note(.entry(scene.entry), "blown again until it was below the line")
        }
        let supported = try scene(8_000...8_600, before: 5)
        again(supported, minute: 24, 7_300...7_800)
        lower(supported, to: 7_400)
        trap("descending-retests", .test(supported.test), "the blood bears the lower value out")
        let faulty = try scene(2_600...4_000, before: 4)
        let first = blow(
            faulty.slot,
            on: tests[faulty.test].tester,
            minute: 14,
            9_100,
            by: faulty.driver
        )
        tests[first].isValid = false
        occasions[faulty.occasion].tests.insert(first, at: 0)
        trap("descending-retests", .test(first), "the device itself marked the first blow invalid")
        let pair = try scene(2_600...4_000, before: 4)
        let other = blow(pair.slot, on: tests[pair.test].tester, minute: 22, 0, by: population.driver())
        occasions.append(Occasion(tests: [other], squadron: pair.slot.squadron))
        trap("descending-retests", .test(pair.test), "the next one on the device is somebody else")
    }

    /// The same driver on the same device once more.
    private mutating func again(_ scene: Scene, minute: Int64, _ range: ClosedRange<Int64>) {
        let tester = tests[scene.test].tester
        let serial = blow(scene.slot, on: tester, minute: minute, reading(range, on: tester), by: scene.driver)
        occasions[scene.occasion].tests.append(serial)
    }
}
