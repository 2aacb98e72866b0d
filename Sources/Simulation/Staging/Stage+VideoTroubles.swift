extension Stage {
    /// Positive tests with their case, but without their video.
    mutating func stageVideoTroubles() throws {
        for band in [Band.drunk, .drink, .drink] {
            try stageUnfilmed(band, isSiblingFilming: false, why: "no clip of the squadron")
        }
        for band in [Band.drunk, .drink] {
            try stageUnfilmed(band, isSiblingFilming: true, why: "only another squadron of the unit filmed")
        }
        try stageGap(.drunk, halfSeconds: 90, why: "three minutes missing within the only camera's recording")
        try stageGap(.drink, halfSeconds: 210, why: "seven minutes missing within the only camera's recording")
        for band in Band.allCases { try stageShortClip(band) }
        try stageTooRecent()
    }

    private mutating func stageFiled(_ band: Band, days: ClosedRange<Int>, indices: ClosedRange<Int>) throws -> Int {
        let slot = try book.take(squadron: nextSquadron(), days: days, indices: indices, chance: &chance)
        let tester = tester(of: slot.squadron)
        let driver = population.driver()
        let serial = blow(slot, on: tester, minute: 19, reading(band.hundredths, on: tester), by: driver)
        let answer = file(band.category, about: serial, driver: driver, cites: true)
        occasions.append(Occasion(tests: [serial], squadron: slot.squadron, answer: answer))
        return serial
    }

    private mutating func stageFiled(_ band: Band) throws -> Int {
        try stageFiled(band, days: 1...lastVideoDay, indices: Slot.evening)
    }

    /// Marks the occasion staged last.
    private mutating func plant(noVideo why: String) {
        guard !occasions.isEmpty else { return }
        occasions[occasions.count - 1].noVideo = why
    }

    mutating func darken(_ serial: Int, from: Int64, to: Int64, _ which: Darkness.Which) {
        let test = tests[serial]
        darkness.append(
            Darkness(
                squadron: roster.testers[test.tester].squadron,
                from: test.at + from,
                to: test.at + to,
                which: which
            )
        )
    }

    private mutating func stageUnfilmed(_ band: Band, isSiblingFilming: Bool, why: String) throws {
        let serial = try stageFiled(band)
        darken(serial, from: -900, to: 900, .all)
        if isSiblingFilming { filmSibling(of: serial) }
        plant(noVideo: why)
    }

    /// Another squadron of the same county unit is on duty at that time, and films.
    private mutating func filmSibling(of serial: Int) {
        let test = tests[serial]
        let team = roster.testers[test.tester].squadron
        let day = LocalTime.day(of: test.at - 7_200) - timetable.start
        let siblings = roster.squadrons.indices.filter {
            $0 != team && roster.squadrons[$0].unit == roster.squadrons[team].unit
        }
        filmed.insert(Shift(squadron: chance.pick(siblings, or: team), day: day, isEvening: true))
    }

    /// One camera has one clock: however wrong, it cannot close a gap in that camera's own recording.
    private mutating func stageGap(_ band: Band, halfSeconds: Int64, why: String) throws {
        let serial = try stageFiled(band)
        darken(serial, from: -900, to: 900, .allButLead)
        darken(serial, from: -halfSeconds, to: halfSeconds, .lead)
        plant(noVideo: why)
    }

    private mutating func stageShortClip(_ band: Band) throws {
        let serial = try stageFiled(band)
        darken(serial, from: -900, to: 900, .allButLead)
        darken(serial, from: -100, to: 900, .lead)
        plant(noVideo: "the clip ends 100 seconds before the test, 40 more than clock slack explains")
    }

    /// Due by the time of the key, but after the last list of recordings: not to be known.
    private mutating func stageTooRecent() throws {
        let day = timetable.days - 2
        let serial = try stageFiled(.drink, days: day...day, indices: 3...3)
        darken(serial, from: -900, to: 900, .all)
        plant(noVideo: "no clip seen, but the list of recordings ends before the deadline")
    }
}
