extension Stage {
    enum CaseDetail { case name, id, plate }

    /// Files a case about a test, in which `carries` says what of the driver it names and `cites` whether it names tester
    /// and record number, and lets it take its lawful course. Gives the place of the case.
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
        let isDrunk = tested.hundredths.map { $0 >= 8_000 } ?? true
        let team = squadron ?? roster.testers[tested.tester].squadron
        let entered = enteredAt ?? entryTime(after: tested.at, isUrgent: isDrunk)
        var entry = newCase(category, team: team, about: test, at: tested.at, enteredAt: entered, isDrunk: isDrunk)
        entry.cited = cites ? test : nil
        entry.hundredths = tested.hundredths
        entry.isMotor = tested.isMotor
        entry.name = carries.contains(.name) ? driver?.name : nil
        entry.id = carries.contains(.id) ? driver?.id : nil
        entry.plate = carries.contains(.plate) ? driver?.plate : nil
        cases.append(entry)
        takeCourse(cases.count - 1)
        return cases.count - 1
    }

    /// A case that knows no driver yet, and in which nothing was done.
    mutating func newCase(
        _ category: CaseEntry.Category,
        team: Int,
        about test: Int?,
        at time: Int64,
        enteredAt entered: Int64,
        isDrunk: Bool
    ) -> CaseEntry {
        let squadron = roster.squadrons[team]
        let year = LocalTime.date(LocalTime.day(of: time)).prefix(4)
        var entry = CaseEntry(
            number: "湘张公交(\(squadron.unit.prefix(6)))受字〔\(year)〕\(LocalTime.padded(cases.count + 1, 5))号",
            register: squadron.register,
            category: category,
            unit: squadron.unit,
            officer: roster.cameras[roster.cameras(of: team)[0]].officer,
            about: test,
            occurredAt: time - chance.within(0...240),
            enteredAt: entered,
            isDrunk: isDrunk
        )
        entry.acceptedAt = category == .measure ? nil : max(entry.occurredAt, entered - 600)
        entry.measureAt = category == .measure ? time + 900 : nil
        return entry
    }

    /// Everything the law wants done, in time.
    mutating func takeCourse(_ place: Int) {
        if chance.happens(perMille: 250) { seize(place) }
        guard cases[place].isDrunk else { return settle(place, after: cases[place].enteredAt) }
        guard cases[place].category == .acceptance else { return }
        drawBlood(place)
        conclude(place)
    }

    /// Licence or vehicle is taken, and handed over within the day.
    mutating func seize(_ place: Int) {
        let seized = cases[place].occurredAt + 900
        cases[place].seizedAt = seized
        affairs.exhibits.append(
            Affairs.Exhibit(
                number: "WP\(LocalTime.padded(place + 1, 6))",
                entry: place,
                seizedAt: seized,
                depositedAt: seized + chance.within(7_200...72_000)
            )
        )
    }

    /// An administrative decision in its order: the notice a day or two later, the decision on the day after.
    mutating func settle(_ place: Int, after time: Int64) {
        let day = LocalTime.day(of: time) + Int(chance.within(1...3))
        cases[place].outcome.penaltyNotifiedAt = LocalTime.seconds(day: day, 10) + chance.within(0...5_400)
        cases[place].outcome.decidedAt = LocalTime.seconds(day: day + 1, 15) + chance.within(0...5_400)
        cases[place].outcome.approver = approver(of: place)
        switch chance.below(100) {
        case 0...4:
            cases[place].circumstances.priorPenalty = timetable.start - 400 - chance.below(1_500)
            sentence(place, days: 10)
        case 5...7:
            cases[place].circumstances.isCommercial = true
            sentence(place, days: 15)
        default: break
        }
    }

    /// Detention, and the licence revoked with the decision.
    mutating func sentence(_ place: Int, days: Int) {
        cases[place].outcome.detentionDays = days
        cases[place].outcome.revokedAt = cases[place].outcome.decidedAt
    }

    /// Blood within two hours, in two tubes that each pass through four hands.
    mutating func drawBlood(_ place: Int) {
        let breath = cases[place].hundredths ?? chance.within(900...1_400) * 10
        let drawn = tested(place) + chance.within(1_800...6_600)
        let sent = LocalTime.seconds(day: LocalTime.day(of: drawn) + Int(chance.within(1...2)), 9)
        let received = sent + chance.within(7_200...14_400)
        let day = WorkingDays.after(LocalTime.day(of: received), Int(chance.within(1...2)))
        let reported = LocalTime.seconds(day: day, 10) + chance.within(0...18_000)
        let told = WorkingDays.after(day, Int(chance.within(1...3)))
        cases[place].blood = Blood(
            drawnAt: drawn,
            sentAt: sent + chance.within(0...3_600),
            receivedAt: received,
            reportedAt: reported,
            notifiedAt: LocalTime.seconds(day: told, 9) + chance.within(0...25_000),
            hundredths: bloodValue(breath),
            tube: "XY\(LocalTime.padded(place + 1, 6))-1",
            people: ["何琼", "邓凯", "孙薇", "罗毅"]
        )
    }

    /// What the laboratory finds: near the breath value, and below 80 now and then where that was hardly above.
    private mutating func bloodValue(_ breath: Int64) -> Int64 {
        if breath < 9_000, chance.happens(perMille: 250) { return chance.within(720...799) * 10 }
        let near = breath * chance.within(92...112) / 1_000 * 10
        return breath >= 8_000 ? max(near, 8_010) : near
    }

    /// A day or two after the report: filed, not filed for a lawful reason, or settled where the blood was below 80.
    mutating func conclude(_ place: Int) {
        guard let blood = cases[place].blood, let reported = blood.reportedAt else { return }
        if blood.hundredths < 8_000 {
            settle(place, after: reported)
            cases[place].outcome.decisionHundredths = blood.hundredths
            return
        }
        let day = LocalTime.day(of: reported) + Int(chance.within(1...2))
        let time = LocalTime.seconds(day: day, 11) + chance.within(0...18_000)
        cases[place].outcome.approver = approver(of: place)
        if max(blood.hundredths, cases[place].hundredths ?? 0) < 14_800, chance.happens(perMille: 450) {
            declineFiling(place, at: time, "LT150")
        } else {
            cases[place].outcome.filedAt = time
            cases[place].outcome.revokedAt = time + chance.within(80_000...120_000)
        }
    }

    /// Not filed, with the licence revoked before.
    mutating func declineFiling(_ place: Int, at time: Int64, _ reason: String) {
        cases[place].outcome.filedAt = nil
        cases[place].outcome.notFiledAt = time
        cases[place].outcome.nonfilingReason = reason
        cases[place].outcome.revokedAt = time - chance.within(3_600...7_200)
    }

    func approver(of place: Int) -> String { "1100" + cases[place].unit.prefix(6).suffix(2) }

    /// The time of the test it is about, else of the stop it claims.
    func tested(_ place: Int) -> Int64 { cases[place].about.map { tests[$0].at } ?? cases[place].occurredAt }

    /// Within three hours where blood must be drawn. Else within the hour or two, or on the morning after; never later than
    /// 17 hours, so always within the 24 of the law.
    private mutating func entryTime(after time: Int64, isUrgent: Bool) -> Int64 {
        if isUrgent || chance.happens(perMille: 400) { return time + chance.within(1_200...7_200) }
        let local = LocalTime.day(of: time)
        let noon = LocalTime.seconds(day: local, 12)
        let small = LocalTime.seconds(day: local, 6)
        if time < small { return LocalTime.seconds(day: local, 9) + chance.within(0...7_200) }
        if time < noon + 10_800 { return LocalTime.seconds(day: local, 16) + chance.within(0...7_200) }
        return LocalTime.seconds(day: local + 1, 9) + chance.within(0...7_200)
    }
}
