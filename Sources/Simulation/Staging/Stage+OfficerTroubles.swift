extension Stage {
    /// Tests under the number of somebody who was not there.
    mutating func stageOfficerTroubles() throws {
        for status in ["请假", "休息"] {
            var serial = try stageSober()
            // Whoever has the day off may be called in on a day of a campaign, or work on past the shift before.
            for _ in 0..<40 where isCampaign(tests[serial].at) || isSoonAfterDay(tests[serial].at) {
                serial = try stageSober()
            }
            let shift = shift(of: roster.testers[tests[serial].tester].squadron, at: tests[serial].at)
            let officer = roster.cameras[roster.crew(shift)[5]].officer
            tests[serial].officer = officer
            change(officer, shift, DutyChange(status: status))
            note(.test(serial), "under the number of an officer who was off duty")
        }
        let serial = try stageSober()
        tests[serial].officer = stranger(to: serial).officer
        note(.test(serial), "under the number of an officer on duty with another county unit")
        let lent = try stageSober()
        let (officer, shift) = stranger(to: lent)
        tests[lent].officer = officer
        change(officer, shift, DutyChange(borrowed: roster.testers[tests[lent].tester].device))
        trap("off-duty-or-shared-login", .test(lent), "the officer had borrowed the device, as the roster says")
        try stageSharedLogin()
    }

    private mutating func change(_ officer: String, _ shift: Shift, _ change: DutyChange) {
        dutyChanges[DutyPlace(officer: officer, day: shift.day, isEvening: shift.isEvening)] = change
    }

    /// Whether the day shift ended less than four hours before.
    private func isSoonAfterDay(_ time: Int64) -> Bool { (64_800..<82_800).contains((time + 28_800) % 86_400) }

    /// 逢十、每周二、周五: the days of joint action, by the day of duty.
    private func isCampaign(_ time: Int64) -> Bool {
        let day = LocalTime.day(of: time - 21_600)
        return [1, 4].contains((day + 3) % 7) || LocalTime.date(day).hasSuffix("0")
    }

    /// An officer on duty with another county unit, who holds no tester.
    private func stranger(to serial: Int) -> (officer: String, shift: Shift) {
        let own = shift(of: roster.testers[tests[serial].tester].squadron, at: tests[serial].at)
        let other = Shift(squadron: (own.squadron + 7) % 14, day: own.day, isEvening: own.isEvening)
        return (roster.cameras[roster.crew(other)[3]].officer, other)
    }

    /// One number on two devices seven kilometres apart within minutes.
    private mutating func stageSharedLogin() throws {
        let first = try stageSober()
        let tester = tests[first].tester
        let squadron = (roster.testers[tester].squadron + 1) % 14
        let time = tests[first].at + 240
        let slot = Slot(
            squadron: squadron,
            day: shift(of: squadron, at: time).day,
            index: 3 + Int((time - timetable.morning(shift(of: squadron, at: time).day, 19, 30)) / Slot.seconds)
        )
        guard
            (try? book.take(
                squadron: squadron,
                days: slot.day...slot.day,
                indices: slot.index...slot.index,
                chance: &chance
            )) != nil
        else { return }
        let second = blow(at: time, on: self.tester(of: squadron), 0, by: population.driver())
        tests[second].officer = tests[first].officer
        for serial in [first, second] { note(.test(serial), "one number on two devices far apart at one time") }
    }
}
