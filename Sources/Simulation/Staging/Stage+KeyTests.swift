import Model

extension Stage {
    /// What is to be found of single tests and of runs of them.
    func judgeTests(into key: inout AnswerKey) throws {
        let excused = Set(occasions.filter(\.isExcused).flatMap(\.tests))
        for test in tests where !test.isLost {
            try judgeEntry(test, into: &key)
            if !excused.contains(test.serial) { try judgeIdentity(test, into: &key) }
        }
        try judgeOfficers(into: &key)
        for tester in roster.testers.indices {
            let own = tests.filter { $0.tester == tester && !$0.isLost }.sorted {
                ($0.at, $0.number) < ($1.at, $1.number)
            }
            try judgeRapid(own, into: &key)
            try judgeMovement(own, into: &key)
        }
    }

    private func plant(
        _ check: String,
        _ test: BreathTest,
        _ state: PlantedState,
        _ severity: Severity,
        into key: inout AnswerKey
    ) throws {
        let subject = Subject.test(test.serial)
        try plant(check, name(of: subject), state, severity, of: [subject, .tester(test.tester)], into: &key)
    }

    private func judgeEntry(_ test: BreathTest, into key: inout AnswerKey) throws {
        let value = test.hundredths ?? 0
        if test.entry == .typed {
            try plant("manual-entry", test, .violated, value >= 1_500 ? .high : .medium, into: &key)
        }
        let isKnown = test.uploadedAt <= timetable.lastBreath
        if isKnown, test.uploadedAt - test.at > (value >= 2_000 ? 7_200 : 86_400) {
            try plant("upload-late", test, .closed, value >= 2_000 ? .high : .medium, into: &key)
        }
        if let change = test.alteration, change.from <= timetable.lastBreath {
            let isReading = change.hundredths != nil || change.at != nil
            try plant("record-altered", test, .violated, isReading ? .critical : .high, into: &key)
        }
    }

    /// A positive reading without anybody.
    private func judgeIdentity(_ test: BreathTest, into key: inout AnswerKey) throws {
        guard (test.hundredths ?? 0) >= 2_000, test.isValid, test.mode == .active || test.mode == .calibration,
            test.plate == nil
        else { return }
        let due = test.at + 86_400
        let isNamed = (test.name ?? test.id) != nil && test.completedAt.map { $0 <= due } ?? true
        guard !isNamed, let state = missing(since: due, knownUntil: timetable.lastBreath) else { return }
        try plant("reading-incomplete", test, state, .high, into: &key)
    }

    /// Who tested must be on duty with the squadron, or have borrowed the device; and at one place at a time.
    private func judgeOfficers(into key: inout AnswerKey) throws {
        let duties = Dictionary(grouping: affairs.duties, by: \.officer)
        let byOfficer = Dictionary(grouping: tests.filter { !$0.isLost }, by: \.officer)
        for officer in byOfficer.keys.sorted() {
            let own = (byOfficer[officer] ?? []).sorted { ($0.at, $0.serial) < ($1.at, $1.serial) }
            for (index, test) in own.enumerated() {
                let isOn = (duties[officer] ?? []).contains { covers($0, test) }
                guard !isOn || isElsewhere(own, index) else { continue }
                let severity: Severity = (test.hundredths ?? 0) >= 2_000 ? .high : .medium
                try plant("off-duty-or-shared-login", test, .violated, severity, into: &key)
            }
        }
    }

    private func covers(_ duty: Affairs.Duty, _ test: BreathTest) -> Bool {
        let tester = roster.testers[test.tester]
        return duty.status == "在岗" && duty.from <= test.at && test.at <= duty.to
            && (duty.unit == roster.squadrons[tester.squadron].code || duty.borrowed == tester.device)
    }

    /// Whether the officer also tested with another device, more than five kilometres away, within ten minutes.
    private func isElsewhere(_ own: [BreathTest], _ index: Int) -> Bool {
        let test = own[index]
        func isFar(_ other: BreathTest) -> Bool {
            other.tester != test.tester && Self.metres(test.place, other.place) > 5_000
        }
        // Of two tests the later one: who was there first was there.
        return own[..<index].reversed().prefix { test.at - $0.at <= 600 }.contains(where: isFar)
    }

    /// Near enough for distances within a prefecture at 29 degrees north.
    static func metres(_ one: Position, _ two: Position) -> Double {
        let east = Double(one.longitude - two.longitude) * 0.9726
        let north = Double(one.latitude - two.latitude) * 1.11195
        return (east * east + north * north).squareRoot()
    }

    /// Ten and more in a row below 20, no more than half a minute apart, with less than four in five named.
    private func judgeRapid(_ own: [BreathTest], into key: inout AnswerKey) throws {
        var run: [BreathTest] = []
        for test in own {
            let isNext = run.last.map { test.at - $0.at <= 30 } ?? true
            let isLow = test.isEvidential && (test.hundredths ?? 0) < 2_000
            if !isNext || !isLow {
                try judgeRapidRun(run, into: &key)
                run = []
            }
            if isLow { run.append(test) }
        }
        try judgeRapidRun(run, into: &key)
    }

    private func judgeRapidRun(_ run: [BreathTest], into key: inout AnswerKey) throws {
        let known = Set(run.compactMap { $0.id ?? $0.plate ?? $0.name }).count
        guard run.count >= 10, known * 100 < run.count * 80 else { return }
        try plant("rapid-fire-tests", run[0], .violated, .medium, into: &key)
    }

    /// Faster than 20 km/h, three times in a row or over 500 metres; what is faster than 200 is an error of position.
    private func judgeMovement(_ own: [BreathTest], into key: inout AnswerKey) throws {
        var (first, pairs, sum): (BreathTest?, Int, Double) = (nil, 0, 0)
        func judge() throws {
            guard let first, pairs >= 3 || sum > 500 else { return }
            try plant("moving-tests", first, .violated, .high, into: &key)
        }
        for (one, two) in zip(own, own.dropFirst()) {
            let metres = Self.metres(one.place, two.place)
            let speed = metres * 3.6 / Double(max(1, two.at - one.at))
            if two.at - one.at <= 90, speed > 20, speed <= 200 {
                (first, pairs, sum) = (first ?? one, pairs + 1, sum + metres)
            } else {
                try judge()
                (first, pairs, sum) = (nil, 0, 0)
            }
        }
        try judge()
    }
}
