extension Stage {
    /// Tubes, exhibits and values of cases.
    mutating func stageHandlingTroubles() throws {
        try stageTubes()
        try stageExhibits()
        for (range, more) in [(4_000...7_000, 300), (10_000...14_000, 350)] as [(ClosedRange<Int64>, Int64)] {
            let scene = try scene(range, before: 4)
            cases[scene.entry].hundredths = (cases[scene.entry].hundredths ?? 0) + more
            note(.entry(scene.entry), "the case states another value than the record it cites")
        }
        let rounded = try scene(4_000...7_000, before: 4)
        cases[rounded.entry].hundredths = (cases[rounded.entry].hundredths ?? 0) + 90
        trap("value-mismatch", .entry(rounded.entry), "less than one milligram apart")
        for isMarked in [false, false, true] {
            let scene = try scene(3_000...7_000, before: 5)
            expiring.append((scene.test, isMarked))
            if isMarked {
                trap("video-not-locked", .entry(scene.entry), "its clips will expire soon, but are marked")
            } else {
                note(.entry(scene.entry), "its clips will expire soon and are not marked")
            }
        }
    }

    private mutating func stageTubes() throws {
        let one = try scene(9_000...14_000, before: 4)
        let two = try scene(9_000...14_000, before: 4)
        let tube = cases[one.entry].blood?.tube ?? ""
        cases[two.entry].blood?.tube = tube
        for scene in [one, two] { note(.entry(scene.entry), "two cases name the same tube") }
        let single = try scene(9_000...14_000, before: 4)
        cases[single.entry].blood?.hasSpare = false
        note(.entry(single.entry), "there is but one tube")
        let broken = try scene(9_000...14_000, before: 4)
        cases[broken.entry].blood?.people[2] = ""
        note(.entry(broken.entry), "nobody is named who sent the blood")
        let alone = try scene(9_000...14_000, before: 4)
        cases[alone.entry].blood?.people = ["邓凯", "邓凯", "邓凯", "邓凯"]
        note(.entry(alone.entry), "one man did everything")
        let written = try scene(9_000...14_000, before: 4)
        cases[written.entry].blood?.people[2] = ""
        cases[written.entry].blood?.isDocumented = true
        trap("tube-chain-broken", .entry(written.entry), "a document names who sent it")
    }

    private mutating func stageExhibits() throws {
        for _ in 0..<2 {
            let scene = try scene(3_000...7_000, before: 3)
            cases[scene.entry].seizedAt = tests[scene.test].at + 900
            note(.entry(scene.entry), "the licence that was taken is in no ledger")
        }
        let returned = try scene(3_000...7_000, before: 3)
        cases[returned.entry].seizedAt = tests[returned.test].at + 900
        cases[returned.entry].returnedAt = tests[returned.test].at + 54_000
        trap("exhibit-not-deposited", .entry(returned.entry), "handled and given back within the day")
        let remote = try scene(3_000...7_000, before: 5)
        seize(remote.entry)
        let back = tests[remote.test].at + 140_000
        affairs.exhibits[affairs.exhibits.count - 1].remoteUntil = back
        affairs.exhibits[affairs.exhibits.count - 1].depositedAt = back + 20_000
        trap("exhibit-not-deposited", .entry(remote.entry), "taken far away, handed over on the way back")
    }
}
