extension Stage {
    /// One tester of the squadron, by chance.
    mutating func tester(of squadron: Int) -> Int {
        chance.pick(roster.testers(of: squadron).filter { roster.testers[$0].silentFrom == nil }, or: squadron)
    }

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
        let squadron = roster.testers[tester].squadron
        var test = BreathTest(
            serial: serial,
            tester: tester,
            officer: roster.officer(holding: tester, in: shift(of: squadron, at: time)),
            at: time,
            hundredths: hundredths,
            place: Roster.place(of: squadron),
            uploadedAt: time + chance.within(roster.testers[tester].transfer)
        )
        test.mode = mode
        test.name = driver?.name
        test.id = driver?.id
        test.plate = driver?.plate
        tests.append(test)
        return serial
    }

    /// The shift a time falls in; the small hours belong to the evening before.
    func shift(of squadron: Int, at time: Int64) -> Shift {
        let day = LocalTime.day(of: time - 14_400)
        let isEvening = time >= LocalTime.seconds(day: day, 18, 45)
        return Shift(squadron: squadron, day: day - timetable.start, isEvening: isEvening)
    }
}
