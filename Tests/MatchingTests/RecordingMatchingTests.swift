import Matching
import Model
import Testing

@Suite struct RecordingMatchingTests {
    private static func rules(slack: Int64) -> RecordingRules {
        RecordingRules(
            beforeSeconds: 120,
            afterSeconds: 60,
            slackSeconds: slack,
            joinGapSeconds: 10,
            teamPrefixLength: 8,
            brigadePrefixLength: 6
        )
    }

    private let team = Team(officer: "080123", unit: "430811010000")

    private func clip(
        _ key: String,
        _ start: Int64,
        _ end: Int64?,
        camera: String = "C7",
        officer: String = "080123",
        unit: String = "430811010000"
    ) -> RecordingClip {
        RecordingClip(
            key: key,
            camera: camera,
            officer: officer,
            unit: unit,
            startedAt: seconds(start),
            endedAt: end.map(seconds)
        )
    }

    private func coverage(_ clips: [RecordingClip], slack: Int64 = 0) -> Coverage {
        RecordingMatching(rules: Self.rules(slack: slack)).coverage(of: evening, by: team, clips: clips)
    }

    @Test(
        "from two minutes before to one minute after, to the second",
        arguments: [
            (-120, 60, true, 180), (-119, 60, false, 179), (-120, 59, false, 179), (-500, 500, true, 180),
        ]
    )
    func borders(start: Int64, end: Int64, isCovered: Bool, shown: Int64) {
        let found = coverage([clip("V1", start, end)])
        #expect(found.isCovered == isCovered)
        #expect(found.coveredSeconds == shown)
        #expect(found.clips == [ClipUse(key: "V1", reasons: [.sameOfficer])])
    }

    @Test(
        "a camera's clock may be 120 s wrong, and not one more",
        arguments: [
            (0, 180, true), (1, 181, false), (-240, -60, true), (-241, -61, false), (0, 179, false),
        ]
    )
    func slack(start: Int64, end: Int64, isCovered: Bool) {
        #expect(coverage([clip("V1", start, end)], slack: 120).isCovered == isCovered)
        #expect(!coverage([clip("V1", start, end)]).isCovered)
    }

    @Test("a clip held to by its slack alone says so")
    func slackReason() {
        #expect(coverage([clip("V1", 0, 200)], slack: 120).clips.first?.reasons == [.sameOfficer, .clockSlack])
        #expect(coverage([clip("V1", -200, 200)], slack: 120).clips.first?.reasons == [.sameOfficer])
    }

    @Test("segments join over ten seconds, and not over eleven")
    func segments() {
        #expect(coverage([clip("V1", -120, 0), clip("V2", 10, 60)]).isCovered)
        let parted = coverage([clip("V1", -120, 0), clip("V2", 11, 60)])
        #expect(!parted.isCovered)
        #expect(parted.coveredSeconds == 169)
        #expect(!coverage([clip("V1", -120, 0), clip("V2", 10, 60, camera: "C8")]).isCovered)
    }

    @Test("a scrap of recording before the long one does not set the camera's clock against it")
    func scrap() {
        let clips = [clip("V1", -130, -115), clip("V2", -100, 300)]
        #expect(!coverage(clips).isCovered)
        #expect(coverage(clips, slack: 120).isCovered)
        #expect(coverage(clips, slack: 120).clips.map(\.key) == ["V2"])
    }

    @Test("one camera has one clock: a hole cannot be closed by shifting its sides towards one another")
    func hole() {
        let sides = [clip("V1", -300, -80), clip("V2", 100, 300)]
        #expect(!coverage(sides, slack: 90).isCovered)
        let twoClocks = [clip("V1", -300, -80), clip("V2", 100, 300, camera: "C8")]
        #expect(coverage(twoClocks, slack: 90).isCovered)
    }

    @Test("two cameras together may cover what neither does")
    func union() {
        let found = coverage([clip("V2", -30, 60, camera: "C8", officer: "080456"), clip("V1", -120, -30)])
        #expect(found.isCovered)
        #expect(
            found.clips == [
                ClipUse(key: "V1", reasons: [.sameOfficer]), ClipUse(key: "V2", reasons: [.sameTeam]),
            ]
        )
    }

    @Test("a colleague of the squadron counts, another squadron does not, and a brigade code stands for all of it")
    func teams() {
        func isCovered(officer: String, unit: String) -> Bool {
            coverage([clip("V1", -200, 200, officer: officer, unit: unit)]).isCovered
        }
        #expect(isCovered(officer: "080456", unit: "430811019999"))
        #expect(!isCovered(officer: "080456", unit: "430811020000"))
        #expect(isCovered(officer: "080456", unit: "430811000000"))
        #expect(!isCovered(officer: "080456", unit: "430821000000"))
        #expect(!isCovered(officer: "", unit: ""))
        #expect(isCovered(officer: "080123", unit: ""))
    }

    @Test("a clip without an end, or with one before its start, shows nothing that lasts")
    func noEnd() {
        #expect(!coverage([clip("V1", -120, nil)], slack: 120).isCovered)
        #expect(!coverage([clip("V1", -120, -500)], slack: 120).isCovered)
        #expect(coverage([]) == Coverage(isCovered: false, coveredSeconds: 0, clips: []))
    }

    @Test("a window without length is shown by a clip over that moment, and by no other")
    func moment() {
        var rules = Self.rules(slack: 5)
        (rules.beforeSeconds, rules.afterSeconds) = (0, 0)
        func isCovered(_ clips: [RecordingClip]) -> Bool {
            RecordingMatching(rules: rules).coverage(of: evening, by: team, clips: clips).isCovered
        }
        #expect(!isCovered([]))
        #expect(isCovered([clip("V1", 5, nil)]))
        #expect(!isCovered([clip("V1", 6, nil)]))
    }

    @Test("for two cameras or one the best shifts are found, for three never more is claimed than there is")
    func bestShifts() {
        var random = SeededGenerator(seed: 41)
        let rules = RecordingRules(
            beforeSeconds: 5,
            afterSeconds: 5,
            slackSeconds: 3,
            joinGapSeconds: 0,
            teamPrefixLength: 8,
            brigadePrefixLength: 6
        )
        for round in 0..<3000 {
            let spans = (0..<(2 + round % 2)).map { _ in
                let start = Int64.random(in: -12...8, using: &random)
                return (start, start + Int64.random(in: 0...8, using: &random))
            }
            let clips = spans.enumerated().map { clip("V\($0)", $1.0, $1.1, camera: "C\($0)") }.shuffled(using: &random)
            let claimed = RecordingMatching(rules: rules).coverage(of: evening, by: team, clips: clips).isCovered
            let possible = canCover(spans[...], placed: [], slack: 3)
            #expect(spans.count == 2 ? claimed == possible : (!claimed || possible), "\(spans)")

            let oneCamera = clips.map { clip in
                var clip = clip
                clip.camera = "C"
                return clip
            }
            let oneClock = RecordingMatching(rules: rules).coverage(of: evening, by: team, clips: oneCamera).isCovered
            let isPossible = (-3...3).contains { shift in
                canCover([], placed: spans.map { ($0.0 + shift, $0.1 + shift) }, slack: 0)
            }
            #expect(oneClock == isPossible, "one camera, \(spans)")
        }
    }

    /// Tries every whole shift of every span.
    private func canCover(_ spans: ArraySlice<(Int64, Int64)>, placed: [(Int64, Int64)], slack: Int64) -> Bool {
        guard let span = spans.first else {
            var reached: Int64 = -5
            for (start, end) in placed.sorted(by: { $0.0 < $1.0 }) where start <= reached {
                reached = max(reached, end)
            }
            return reached >= 5
        }
        return (-slack...slack).contains { shift in
            canCover(spans.dropFirst(), placed: placed + [(span.0 + shift, span.1 + shift)], slack: slack)
        }
    }
}
