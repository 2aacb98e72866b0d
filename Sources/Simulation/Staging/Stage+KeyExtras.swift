import Model

extension Stage {
    /// Accidents, examinations, inspections and counters.
    func judgeExtras(into key: inout AnswerKey) throws {
        for (place, accident) in affairs.accidents.enumerated() where accident.isAlcoholSuspected {
            let isTested = tests.contains {
                $0.id == accident.driver.id && accident.at <= $0.at && $0.at <= accident.at + 86_400
            }
            guard !accident.hasDriverFled, accident.bloodAt == nil, !isTested else { continue }
            let subject = Subject.accident(place)
            try plant("accident-no-test", name(of: subject), .violated, .high, of: [subject], into: &key)
        }
        for (place, session) in affairs.sessions.enumerated() {
            let films = affairs.examFilms.filter {
                $0.room == session.room && $0.from < session.to && session.from < $0.to
            }
            guard films.isEmpty else { continue }
            let subject = Subject.session(place)
            try plant("exam-no-recording", name(of: subject), .violated, .high, of: [subject], into: &key)
        }
        for counter in affairs.counters where counter.surplus > 0 {
            let subject =
                "\(roster.testers[counter.tester].device)|\(Instant(microseconds: counter.at * 1_000_000).utcText)"
            // Rows still on their way are waited for as those of a gap are.
            guard let state = missing(since: counter.at + 72 * 3_600, knownUntil: timetable.lastBreath) else {
                continue
            }
            try plant("counter-mismatch", subject, state, .high, of: [.tester(counter.tester)], into: &key)
        }
        try judgeInspections(into: &key)
    }

    private func judgeInspections(into key: inout AnswerKey) throws {
        for month in fullMonths {
            let seen = Set(
                affairs.inspections.filter { LocalTime.date(LocalTime.day(of: $0.at)).hasPrefix(month) }.map(\.camera)
            )
            for camera in roster.cameras.indices where !seen.contains(camera) {
                let subject = "\(roster.cameras[camera].serial)|\(month)"
                try plant("camera-not-inspected", subject, .violated, .medium, of: [.camera(camera)], into: &key)
            }
        }
    }

    /// The months that were over by the end, from the one in which the simulation began before its fifth day.
    private var fullMonths: [String] {
        let days = (0..<timetable.days).map { timetable.start + $0 }
        let months = Dictionary(grouping: days) { String(LocalTime.date($0).prefix(7)) }
        let last = String(LocalTime.date(timetable.start + timetable.days).prefix(7))
        return months.keys.sorted().filter { month in
            month != last && (months[month] ?? []).contains { LocalTime.dayOfMonth($0) == 5 }
        }
    }
}
