extension Stage {
    /// Messages that should not have gone out.
    mutating func stageMessageTroubles() {
        for _ in 0..<3 { stageTrouble("no reviewer") }
        for _ in 0..<3 {
            let message = stageTrouble("reviewed only after it was sent")
            review(messages[message].sighting, at: messages[message].sentAt + chance.within(600...20_000))
        }
        for _ in 0..<2 {
            let robot = roster.robots.count - 1
            let message = stageTrouble("the robot is registered as under test", robot: robot)
            reviewBefore(message)
        }
        for score: Int64 in [799, 640, 712] {
            let message = stageTrouble("score below the threshold", score: score)
            reviewBefore(message)
        }
        for margin: Int64 in [49, 12] {
            let message = stageTrouble("lead over the second candidate too small", margin: margin)
            reviewBefore(message)
        }
        for _ in 0..<2 {
            let message = stageTrouble("no reviewer; the wording only gives advice")
            messages[message].isAdvisory = true
            sightings[messages[message].sighting].isAdvisory = true
        }
    }

    mutating func stageMessageTraps() {
        let close = stageMessage("reviewed one second before it was sent", isTrouble: false)
        review(messages[close].sighting, at: messages[close].sentAt - 1)
        let score = stageMessage("score exactly at the threshold", isTrouble: false, score: 800)
        reviewBefore(score)
        let margin = stageMessage("lead exactly at the threshold", isTrouble: false, margin: 50)
        reviewBefore(margin)
        let advice = stageMessage("advice only, properly reviewed", isTrouble: false)
        messages[advice].isAdvisory = true
        sightings[messages[advice].sighting].isAdvisory = true
        reviewBefore(advice)
    }

    private mutating func reviewBefore(_ message: Int) {
        review(messages[message].sighting, at: messages[message].sentAt - chance.within(400...3_000))
    }

    @discardableResult
    private mutating func stageTrouble(
        _ why: String,
        robot: Int? = nil,
        score: Int64? = nil,
        margin: Int64? = nil
    ) -> Int {
        stageMessage(why, isTrouble: true, robot: robot, score: score, margin: margin)
    }

    private mutating func stageMessage(
        _ why: String,
        isTrouble: Bool,
        robot: Int? = nil,
        score: Int64? = nil,
        margin: Int64? = nil
    ) -> Int {
        let day = 1 + chance.below(timetable.days - 4)
        let sighting = see(
            robot ?? chance.below(roster.robots.count - 1),
            day: day,
            score: score ?? chance.within(820...990),
            margin: margin ?? chance.within(60...300)
        )
        send(sighting, at: reviewTime(day))
        if isTrouble { note(.sighting(sighting), why) }
        messageVerdicts.append(MessageVerdict(message: messages.count - 1, isTrouble: isTrouble, why: why))
        return messages.count - 1
    }
}
