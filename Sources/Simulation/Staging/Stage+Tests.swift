extension Stage {
    /// One tester of the squadron, by chance.
    mutating func tester(of squadron: Int) -> Int { chance.pick(roster.testers(of: squadron), or: squadron) }

    /// A value the tester can show: tenths of mg/100 mL, or thousandths of mg/L, which are steps of 0.22 mg/100 mL.
    mutating func reading(_ range: ClosedRange<Int64>, on tester: Int) -> Int64 {
        let step: Int64 = roster.testers[tester].isSecondVendor ? 22 : 10
        let lowest = (range.lowerBound + step - 1) / step
        return chance.within(lowest...max(lowest, range.upperBound / step)) * step
    }

    /// Someone blows, minutes after the slot began.
    mutating func blow(
        _ slot: Slot,
        on tester: Int,
        minute: Int64,
        _ hundredths: Int64?,
        by driver: Driver? = nil,
        mode: BreathTest.Mode = .active
    ) -> Int {
        let second = chance.within(0...50)
        return blow(at: slot.start(timetable) + minute * 60 + second, on: tester, hundredths, by: driver, mode: mode)
    }

    mutating func blow(
        at time: Int64,
        on tester: Int,
        _ hundredths: Int64?,
        by driver: Driver? = nil,
        mode: BreathTest.Mode = .active
    ) -> Int {
        let serial = tests.count
        var test = BreathTest(
            serial: serial,
            tester: tester,
            at: time,
            hundredths: hundredths,
            uploadedAt: time + chance.within(5...900)
        )
        test.mode = mode
        test.name = driver?.name
        test.id = driver?.id
        test.plate = driver?.plate
        tests.append(test)
        return serial
    }

    /// Files a case about a test, in which `carries` says what of the driver it names and `cites` whether it names tester
    /// and record number. Gives the place of the case.
    mutating func file(
        _ category: CaseEntry.Category,
        about test: Int,
        driver: Driver?,
        carries: Set<CaseDetail> = [.name, .id, .plate],
        cites: Bool = false,
        by squadron: Int? = nil,
        enteredAt: Int64? = nil
    ) -> Int {
        let tested = tests[test]
        let team = roster.squadrons[squadron ?? roster.testers[tested.tester].squadron]
        let entered = enteredAt ?? entryTime(after: tested.at)
        let year = LocalTime.date(LocalTime.day(of: tested.at)).prefix(4)
        var entry = CaseEntry(
            number: "湘张公交(\(team.unit.prefix(6)))受字〔\(year)〕\(LocalTime.padded(cases.count + 1, 5))号",
            register: team.register,
            category: category,
            unit: team.unit,
            officer: roster.testers[tested.tester].officer,
            occurredAt: tested.at - chance.within(0...600),
            enteredAt: entered
        )
        entry.cited = cites ? test : nil
        entry.hundredths = tested.hundredths
        entry.isMotor = tested.isMotor
        entry.name = carries.contains(.name) ? driver?.name : nil
        entry.id = carries.contains(.id) ? driver?.id : nil
        entry.plate = carries.contains(.plate) ? driver?.plate : nil
        if category == .acceptance, chance.happens(perMille: 700) {
            let category: CaseEntry.Category = chance.happens(perMille: 600) ? .criminal : .administrative
            entry.later = (category, entered + chance.within(20...60) * 3600)
        }
        cases.append(entry)
        return cases.count - 1
    }

    /// Within the hour or two, or on the morning after; never later than 17 hours, so always within the 24 of the law.
    private mutating func entryTime(after time: Int64) -> Int64 {
        let local = LocalTime.day(of: time)
        if chance.happens(perMille: 400) { return time + chance.within(1_200...7_200) }
        let noon = LocalTime.seconds(day: local, 12)
        let small = LocalTime.seconds(day: local, 6)
        if time < small { return LocalTime.seconds(day: local, 9) + chance.within(0...7_200) }
        if time < noon + 10_800 { return LocalTime.seconds(day: local, 16) + chance.within(0...7_200) }
        return LocalTime.seconds(day: local + 1, 9) + chance.within(0...7_200)
    }

    enum CaseDetail { case name, id, plate }
}
