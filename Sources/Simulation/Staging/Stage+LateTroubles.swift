extension Stage {
    /// What can be spoilt only once everyday life is there.
    mutating func stageLateTroubles() throws {
        stageHugging()
        for _ in 0..<rounds {
            stageRobotTroubles()
            stageComplaintTroubles()
            try stageAccidents()
            stageExaminations()
        }
        for place in affairs.counters.indices where affairs.counters[place].tester == 7 && isSecondReading(place) {
            affairs.counters[place].surplus = 40
        }
        note(.tester(7), notes[.tester(7)] ?? "its counter shows forty tests more than came")
        trap("counter-mismatch", .tester(8), "what it counted is what came")
    }

    private func isSecondReading(_ place: Int) -> Bool {
        affairs.counters[..<place].contains { $0.tester == affairs.counters[place].tester }
    }

    /// A day so early that five working days are over by the end.
    private mutating func earlyDay() -> Int { chance.below(max(1, timetable.days - 9)) }

    private mutating func stageRobotTroubles() {
        for _ in 0..<2 {
            let unseen = sight(reviewedAfter: nil)
            note(.sighting(unseen), "never reviewed")
            let untold = sight(reviewedAfter: 900)
            sightings[untold].enteredAt = sightings[untold].capturedAt + 1_800
            note(.sighting(untold), "entered, and nobody was told")
        }
        let failed = told()
        messages[messages.count - 1].isFailed = true
        note(.sighting(failed), "the only message failed")
        let objected = told()
        sightings[objected].objectedAt = sightings[objected].capturedAt + 9_000
        note(.sighting(objected), "an objection without an answer")
        let wrong = told()
        sightings[wrong].erredAt = sightings[wrong].capturedAt + 9_000
        note(.sighting(wrong), "an error that was found and not removed")
        let advice = sight(reviewedAfter: 900)
        sightings[advice].isAdvisory = true
        sightings[advice].enteredAt = sightings[advice].capturedAt + 1_800
        trap("robot-notice-overdue", .sighting(advice), "kept for advice only")
        guard timetable.days >= 11 else { return }
        let late = sight(reviewedAfter: 800_000)
        note(.sighting(late), "reviewed in the second week")
    }

    private mutating func sight(reviewedAfter wait: Int64?) -> Int {
        let place = see(chance.below(roster.robots.count - 1), day: earlyDay(), score: 930, margin: 180)
        if let wait { review(place, at: sightings[place].capturedAt + wait) }
        return place
    }

    /// Reviewed, entered and told within the hour.
    private mutating func told() -> Int {
        let place = sight(reviewedAfter: 900)
        sightings[place].enteredAt = sightings[place].capturedAt + 1_800
        send(place, at: sightings[place].capturedAt + 2_700)
        return place
    }

    private mutating func stageComplaintTroubles() {
        let open = complainEarly(about: messages.firstIndex { !$0.isFailed && $0.damage == nil })
        note(.complaint(open), "open for more than five working days")
        let loose = complainEarly(about: nil)
        note(.complaint(loose), "linked to no message, and open")
        let traffic = complainEarly(about: nil)
        affairs.complaints[traffic].topic = "拥堵"
        trap("complaint-overdue", .complaint(traffic), "not about a message")
        let twice = complainEarly(about: messages.firstIndex { !$0.isFailed && $0.damage == nil })
        affairs.complaints[twice].duplicateOf = affairs.complaints[open].number
        trap("complaint-overdue", .complaint(twice), "the same complaint once more")
        let national = told()
        messages[messages.count - 1].isLocal = false
        let far = complainEarly(about: messages.count - 1)
        trap("complaint-overdue", .complaint(far), "the national platform sent the message")
        trap("robot-notice-overdue", .sighting(national), "told by the national platform")
    }

    private mutating func complainEarly(about message: Int?) -> Int {
        complain(at: timetable.morning(earlyDay(), 16) + chance.within(0...9_000), about: message)
    }

    private mutating func stageAccidents() throws {
        for _ in 0..<2 {
            let day = 1 + chance.below(max(1, timetable.days - 3))
            let place = suffer(at: timetable.morning(day, 17) + chance.within(0...3_000))
            affairs.accidents[place].isAlcoholSuspected = true
            note(.accident(place), "alcohol was suspected, and neither breath nor blood was tested")
        }
        let serial = try stageSober(before: 3)
        var driver = population.driver()
        driver.id = tests[serial].id ?? driver.id
        driver.plate = tests[serial].plate ?? driver.plate
        driver.name = tests[serial].name ?? driver.name
        let tested = suffer(at: tests[serial].at - 2_400, by: driver)
        affairs.accidents[tested].isAlcoholSuspected = true
        trap("accident-no-test", .accident(tested), "the driver blew forty minutes later")
        let fled = suffer(at: timetable.morning(1 + chance.below(max(1, timetable.days - 3)), 17, 50))
        affairs.accidents[fled].isAlcoholSuspected = true
        affairs.accidents[fled].hasDriverFled = true
        trap("accident-no-test", .accident(fled), "the driver fled: there is nobody to test")
    }

    private mutating func stageExaminations() {
        for room in ["科目二考场3", "科目三考场4"] {
            let session = examine(room, from: timetable.morning(1 + chance.below(max(1, timetable.days - 3)), 15))
            note(.session(session), "nothing was recorded")
        }
    }
}
