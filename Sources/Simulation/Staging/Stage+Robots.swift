/// The year's volume of robots and fixed cameras.
private let sightingsPerYear = 700_000.0

extension Stage {
    /// What the robots saw, what was reviewed, and which messages went out.
    mutating func stageRobots() {
        for day in 0..<timetable.days {
            let count = Int((sightingsPerYear / 365 * scale * weight(day)).rounded())
            for _ in 0..<count { stageSighting(day) }
        }
        stageMessageTroubles()
        stageMessageTraps()
    }

    /// Campaign days are every date ending in 0, every Tuesday and every Friday.
    private func weight(_ day: Int) -> Double {
        let number = timetable.start + day
        let isCampaign = LocalTime.dayOfMonth(number) % 10 == 0 || [1, 4].contains(LocalTime.weekday(number))
        return isCampaign ? 1.4 : 0.8
    }

    private mutating func stageSighting(_ day: Int) {
        let robot = chance.below(roster.robots.count)
        let isPoor = chance.happens(perMille: 180)
        let score = isPoor ? chance.within(520...799) : chance.within(800...995)
        let margin = chance.happens(perMille: 100) ? chance.within(5...49) : chance.within(50...300)
        let place = see(robot, day: day, score: score, margin: margin)
        let isAccepted = score >= 800 && margin >= 50 && !roster.robots[robot].isOnTest && chance.happens(perMille: 850)
        let reviewed = reviewTime(day)
        review(place, at: reviewed, accepted: isAccepted)
        guard isAccepted else { return }
        guard chance.happens(perMille: 600) else {
            sightings[place].isAdvisory = true
            if chance.happens(perMille: 120) { advise(place, at: reviewed) }
            return
        }
        enter(place)
    }

    /// Entered on the day of its review, and told within a day or two; where sending failed, once more on the day after.
    private mutating func enter(_ place: Int) {
        guard let reviewed = sightings[place].review?.at else { return }
        let entered = reviewed + chance.within(60...1_800)
        sightings[place].enteredAt = entered
        let sent = entered + chance.within(300...7_200)
        send(place, at: sent)
        if chance.happens(perMille: 30) {
            messages[messages.count - 1].isFailed = true
            send(place, at: sent + 86_400)
        }
        if chance.happens(perMille: 10) { object(place, at: sent + chance.within(20_000...90_000)) }
    }

    /// An objection is answered within two days; what was found to be an error is removed on the day after.
    private mutating func object(_ place: Int, at time: Int64) {
        let answered = time + chance.within(60_000...150_000)
        sightings[place].objectedAt = time
        sightings[place].answeredAt = answered
        guard chance.happens(perMille: 500) else { return }
        sightings[place].erredAt = answered
        sightings[place].cancelledAt = answered + chance.within(3_000...80_000)
    }

    private mutating func advise(_ place: Int, at reviewed: Int64) {
        send(place, at: reviewed + chance.within(300...7_200))
        messages[messages.count - 1].isAdvisory = true
        if chance.happens(perMille: 60) {
            let kinds: [Damage] = [.badTime, .missingColumn, .strayQuote, .undecodable]
            messages[messages.count - 1].damage = chance.pick(kinds, or: .badTime)
        }
    }

    /// Records a sighting and returns its place.
    mutating func see(_ robot: Int, day: Int, score: Int64, margin: Int64) -> Int {
        let offences = ["20471", "20210", "12070", "30201"]
        let captured = timetable.morning(day, 6, 30) + chance.within(0...46_800)
        let date = LocalTime.date(timetable.start + day).filter { $0 != "-" }
        sightings.append(
            Sighting(
                number: "\(date)-\(LocalTime.padded(sightings.count + 1, 6))",
                robot: robot,
                capturedAt: captured,
                offence: chance.pick(offences, or: "20471"),
                score: score,
                margin: margin,
                driver: population.driver()
            )
        )
        return sightings.count - 1
    }

    mutating func review(_ sighting: Int, at time: Int64, accepted: Bool = true) {
        let squadron = roster.robots[sightings[sighting].robot].squadron
        let cameras = roster.cameras(of: squadron)
        let reviewer = roster.cameras[chance.pick(cameras, or: 0)].officer
        sightings[sighting].review = Sighting.Review(at: time, reviewer: reviewer, accepted: accepted)
    }

    mutating func send(_ sighting: Int, at time: Int64) {
        messages.append(Message(sighting: sighting, sentAt: time))
    }

    /// In working hours on one of the next two days.
    mutating func reviewTime(_ day: Int) -> Int64 {
        let wait = chance.happens(perMille: 700) ? 1 : 2
        return timetable.morning(day + wait, 9) + chance.within(0...28_800)
    }

    /// Numbers run with the time of sending, whatever the order of staging.
    mutating func numberMessages() {
        let order = messages.indices.sorted { (messages[$0].sentAt, $0) < (messages[$1].sentAt, $1) }
        for (position, index) in order.enumerated() {
            let date = LocalTime.date(LocalTime.day(of: messages[index].sentAt)).filter { $0 != "-" }
            messages[index].number = "SMS\(date)\(LocalTime.padded(position + 1, 6))"
        }
    }
}
