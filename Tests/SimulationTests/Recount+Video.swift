import Simulation

extension Recount {
    func missingVideos(_ stops: [[BreathTest]]) -> [String] {
        stops.compactMap { stop in
            let top = stop.compactMap(\.hundredths).max() ?? 0
            guard top >= 2_000, let duty = stop.first(where: { $0.hundredths == top }) else { return nil }
            let due = duty.at + 36 * 3_600
            guard due <= asOf, !isFilmed(duty) else { return nil }
            let state = due <= world.timetable.lastRecordings ? "violated" : "undetermined"
            return "\(state) reading-no-video \(world.subject(of: stop[0])) \(top >= 8_000 ? "critical" : "high")"
        }
    }

    private func isFilmed(_ test: BreathTest) -> Bool {
        let squadron = world.roster.testers[test.tester].squadron
        let near = world.clips.filter {
            let camera = world.roster.cameras[$0.camera]
            return (camera.squadron == squadron || camera.officer == test.officer)
                && $0.collectedAt <= world.timetable.lastRecordings
                && $0.startedAt < test.at + 1_000 && $0.endedAt > test.at - 1_000
        }
        let cameras = Set(near.map(\.camera))
        return covers(near, test.at)
            || cameras.contains { camera in
                let own = near.filter { $0.camera == camera }
                return (-120...120).contains { covers(own, test.at - Int64($0)) }
            }
    }

    /// Second by second from two minutes before to one after; no hole longer than ten seconds.
    private func covers(_ clips: [Clip], _ time: Int64) -> Bool {
        var hole = 0
        for second in time - 120...time + 60 {
            let isSeen = clips.contains { $0.startedAt <= second && second <= $0.endedAt }
            hole = isSeen ? 0 : hole + 1
            if hole > 10 { return false }
        }
        return true
    }

    func messages() -> [String] {
        world.messages.compactMap { message in
            let sighting = world.sightings[message.sighting]
            let isReviewedInTime = sighting.review.map { $0.at <= message.sentAt } ?? false
            let isSound = isReviewedInTime && sighting.score >= 800 && sighting.margin >= 50
            guard !isSound || world.roster.robots[sighting.robot].isOnTest else { return nil }
            return "violated sms-unreviewed \(message.number) \(message.isAdvisory ? "low" : "high")"
        }
    }
}
