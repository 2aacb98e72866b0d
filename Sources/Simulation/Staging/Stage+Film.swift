extension Stage {
    /// What the cameras recorded: shifts filmed through in clips of about ten minutes, less the dark spans.
    mutating func film() -> [Clip] {
        noteShiftsWithAlcohol()
        var clips: [Clip] = []
        let crew = max(1, Int((3 * scale).rounded()))
        let perMille = Int(1000 * min(1, scale))
        for day in 0..<timetable.days {
            for squadron in roster.squadrons.indices {
                for isEvening in [false, true] {
                    let shift = Shift(squadron: squadron, day: day, isEvening: isEvening)
                    let isNeeded = filmed.contains(shift)
                    guard chance.happens(perMille: perMille) || isNeeded else { continue }
                    film(shift, crew: isNeeded ? max(2, crew) : crew, into: &clips)
                }
            }
        }
        filmElsewhere(into: &clips)
        filmBlood(into: &clips)
        tag(&clips)
        return clips
    }

    private func filmElsewhere(into clips: inout [Clip]) {
        for (squadron, from, to) in extraFilm {
            let camera = roster.cameras(of: squadron)[0]
            let collected = timetable.morning(LocalTime.day(of: from) - timetable.start, 17, 30)
            add(Clip(camera: camera, startedAt: from, endedAt: to, collectedAt: collected), to: &clips)
        }
    }

    /// Drawing and sealing the blood is filmed in full, by somebody of the squadron who is not at the roadside.
    private mutating func filmBlood(into clips: inout [Clip]) {
        var used: Set<String> = []
        for place in cases.indices {
            let entry = cases[place]
            guard var drawn = entry.blood?.drawnAt else { continue }
            let team = entry.about.map { roster.testers[tests[$0].tester].squadron } ?? 0
            // Where nobody was to film a stop of the squadron, blood was drawn at another time.
            while darkness.contains(where: { $0.squadron == team && $0.from < drawn + 360 && drawn - 240 < $0.to }) {
                drawn += 600
            }
            cases[place].blood?.drawnAt = drawn
            let crew = roster.crew(shift(of: team, at: tested(place)))
            let camera = crew[min(4, crew.count - 1)]
            var start = drawn - 180
            while !used.insert("\(camera) \(start)").inserted { start -= 1 }
            let collected = timetable.morning(shift(of: team, at: tested(place)).day + 1, 10)
            var clip = Clip(camera: camera, startedAt: start, endedAt: drawn + 300, collectedAt: collected)
            clip.caseNumber = entry.number
            clip.isKey = true
            add(clip, to: &clips)
        }
    }

    /// What is filmed without a break of more than ten seconds is one enforcement.
    private func add(_ clip: Clip, after last: Clip? = nil, to clips: inout [Clip]) {
        var clip = clip
        let isSame = last.map { clip.startedAt - $0.endedAt <= 10 } ?? false
        clip.enforcement =
            isSame
            ? last?.enforcement ?? ""
            : "ZF\(roster.cameras[clip.camera].serial)\(LocalTime.compact(clip.startedAt))"
        clips.append(clip)
    }

    /// Marks what shows a stop that has a case.
    private func tag(_ clips: inout [Clip]) {
        var stops: [Int: [(at: Int64, entry: Int)]] = [:]
        for occasion in occasions {
            guard let answer = occasion.answer else { continue }
            let team = roster.testers[tests[occasion.tests[0]].tester].squadron
            stops[team, default: []] += occasion.tests.map { (tests[$0].at, answer) }
        }
        for index in clips.indices {
            let clip = clips[index]
            let near = stops[roster.cameras[clip.camera].squadron] ?? []
            guard
                let stop = near.first(where: { clip.startedAt <= $0.at + 180 && $0.at - 300 <= clip.endedAt }),
                cases[stop.entry].enteredAt <= clip.collectedAt
            else { continue }
            clips[index].isKey = true
            clips[index].caseNumber = cases[stop.entry].number
        }
    }

    /// A positive or refused test is filmed unless a scene says otherwise.
    private mutating func noteShiftsWithAlcohol() {
        for test in tests where test.mode == .refused || (test.hundredths ?? 0) >= 2_000 {
            let day = LocalTime.day(of: test.at - 7_200)
            let isEvening = test.at >= LocalTime.seconds(day: day, 19)
            let squadron = roster.testers[test.tester].squadron
            filmed.insert(Shift(squadron: squadron, day: day - timetable.start, isEvening: isEvening))
        }
    }

    private mutating func film(_ shift: Shift, crew: Int, into clips: inout [Clip]) {
        let cameras = roster.cameras(of: shift.squadron)
        let first = shift.day * 2 + (shift.isEvening ? 1 : 0)
        let span = shift.span(timetable)
        for position in 0..<min(crew, cameras.count) {
            let camera = cameras[(first + position) % cameras.count]
            let dark = darkness.filter { $0.squadron == shift.squadron && hides($0, camera, isLead: position == 0) }
            let collected = dockingTime(after: shift)
            var start = span.from + chance.within(0...120)
            var last: Clip?
            while start < span.to {
                let end = min(start + 600, span.to)
                for (from, to) in remains(of: (start, end), without: dark) {
                    let stamp = collected + Int64(clips.count % 40)
                    let clip = Clip(camera: camera, startedAt: from, endedAt: to, collectedAt: stamp)
                    add(clip, after: last, to: &clips)
                    last = clips.last
                }
                start = end + chance.within(0...3)
            }
        }
    }

    private func hides(_ darkness: Darkness, _ camera: Int, isLead: Bool) -> Bool {
        switch darkness.which {
        case .all: true
        case .lead: isLead
        case .allButLead: !isLead
        case .officer(let officer): roster.cameras[camera].officer == officer
        }
    }

    private func remains(of clip: (from: Int64, to: Int64), without dark: [Darkness]) -> [(Int64, Int64)] {
        var pieces = [clip]
        for span in dark {
            var kept: [(from: Int64, to: Int64)] = []
            for piece in pieces {
                let before = (from: piece.from, to: min(piece.to, span.from))
                let after = (from: max(piece.from, span.to), to: piece.to)
                kept += [before, after].filter { $0.from < $0.to }
            }
            pieces = kept
        }
        return pieces
    }

    /// Evenings are docked on the morning after, a few late in the day; noon shifts the same afternoon.
    private mutating func dockingTime(after shift: Shift) -> Int64 {
        guard shift.isEvening else { return timetable.morning(shift.day, 17) + chance.within(0...4_000) }
        let delay: Int64 = chance.happens(perMille: 50) ? chance.within(7_200...32_000) : 0
        return timetable.morning(shift.day + 1, 8, 20) + chance.within(0...3_600) + delay
    }
}
