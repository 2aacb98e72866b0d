extension Stage {
    /// Calibration gas and the police's own morning tests, registered and not.
    mutating func stageBench() throws {
        stageVerification()
        try stageUnregisteredGas()
        stageInternalTests()
    }

    /// A verification job on its registered day: three rows of 88.0 that are no driver's.
    private mutating func stageVerification() {
        for tester in [2, 9] {
            let day = 3 + tester % 3
            let date = timetable.start + day
            roster.testers[tester].certificates.append(
                Tester.Certificate(day: date, validUntil: date + 181, shownFrom: date + 1)
            )
            roster.testers[tester].certificates.sort { $0.day < $1.day }
            for (minute, mode) in [(0, BreathTest.Mode.calibration), (6, .calibration), (30, .active)] {
                let serial = blow(at: timetable.morning(day, 10, minute), on: tester, 8_800, mode: mode)
                var occasion = Occasion(tests: [serial], squadron: roster.testers[tester].squadron)
                occasion.trap = "calibration gas on the tester's registered verification day"
                occasion.isExcused = true
                occasions.append(occasion)
            }
        }
    }

    /// The same reading on a day without a registered job is a driver's until someone shows otherwise.
    private mutating func stageUnregisteredGas() throws {
        for (tester, mode) in [(5, BreathTest.Mode.calibration), (12, .active)] {
            let day = 2 + tester % 3
            let time = timetable.morning(day, 10, 24)
            let serial = blow(at: time, on: tester, 8_800, mode: mode)
            let squadron = roster.testers[tester].squadron
            extraFilm.append((squadron, time - 900, time + 900))
            var occasion = Occasion(tests: [serial], squadron: squadron)
            occasion.noCase = "looks like calibration gas, but no verification is registered for that day"
            occasions.append(occasion)
            note(.test(serial), "looks like calibration gas, and names nobody")
        }
    }

    /// Signed spans excuse what was blown in them, an unsigned one nothing.
    private mutating func stageInternalTests() {
        for (tester, day) in [(1, 1), (8, 3), (25, 4)] {
            let start = timetable.morning(day, 8, 5)
            internalSpans.append(
                InternalTestSpan(tester: tester, from: start, to: start + 1_800, isSigned: true, participants: 6)
            )
            for person in 0..<6 {
                let value: Int64 = person == 3 ? 2_640 : 0
                let serial = blow(at: start + 60 + Int64(person) * 150, on: tester, value)
                guard value > 0 else { continue }
                var occasion = Occasion(tests: [serial], squadron: roster.testers[tester].squadron)
                occasion.trap = "the police's own test, in a signed span"
                occasion.isExcused = true
                occasions.append(occasion)
            }
        }
        let start = timetable.morning(3, 8, 10)
        let tester = 10
        let squadron = roster.testers[tester].squadron
        internalSpans.append(
            InternalTestSpan(tester: tester, from: start, to: start + 900, isSigned: false, participants: 1)
        )
        let serial = blow(at: start + 300, on: tester, 3_300)
        extraFilm.append((squadron, start - 300, start + 1_500))
        var occasion = Occasion(tests: [serial], squadron: squadron)
        occasion.noCase = "in a span of internal tests that nobody signed"
        note(.test(serial), "in a span of internal tests that nobody signed")
        occasions.append(occasion)
    }
}
