import Model

extension Stage {
    /// What is to be found of the testers themselves.
    func judgeTesters(into key: inout AnswerKey) throws {
        for place in roster.testers.indices {
            let own = tests.filter { $0.tester == place }.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
            let sent = own.filter { !$0.isLost && $0.uploadedAt <= timetable.lastBreath }
            try judgeGaps(own, into: &key)
            try judgeSilence(place, sent, into: &key)
            try judgeCertificate(place, sent, into: &key)
            let months = Dictionary(grouping: sent) { String(LocalTime.date(LocalTime.day(of: $0.at)).prefix(7)) }
            for month in months.keys.sorted() {
                try judgeClock(place, month, months[month] ?? [], into: &key)
                let device = "device|\(roster.testers[place].device)"
                try judgeHugging(device, month, months[month] ?? [], of: [.tester(place)], into: &key)
            }
        }
        try judgeUnits(into: &key)
    }

    /// The same of all testers of a county unit together.
    private func judgeUnits(into key: inout AnswerKey) throws {
        let sent = tests.filter { !$0.isLost && $0.uploadedAt <= timetable.lastBreath }
        let units = Dictionary(grouping: sent) {
            String(roster.squadrons[roster.testers[$0.tester].squadron].code.prefix(6))
        }
        for unit in units.keys.sorted() {
            let months = Dictionary(grouping: units[unit] ?? []) {
                String(LocalTime.date(LocalTime.day(of: $0.at)).prefix(7))
            }
            let testers = roster.testers.indices.filter {
                roster.squadrons[roster.testers[$0].squadron].code.hasPrefix(unit)
            }
            for month in months.keys.sorted() {
                let noted = testers.map(Subject.tester)
                try judgeHugging("unit|\(unit)", month, months[month] ?? [], of: noted, into: &key)
            }
        }
    }

    private func plant(
        _ check: String,
        _ place: Int,
        _ mark: String,
        _ state: PlantedState,
        _ severity: Severity,
        into key: inout AnswerKey
    ) throws {
        let subject = "\(roster.testers[place].device)|\(mark)"
        try plant(check, subject, state, severity, of: [.tester(place)], into: &key)
    }

    /// Each run of numbers that never came, 72 hours after the next higher one did.
    private func judgeGaps(_ own: [BreathTest], into key: inout AnswerKey) throws {
        var lost: [BreathTest] = []
        var before: BreathTest?
        for test in own {
            if test.isLost { lost.append(test) }
            guard !test.isLost else { continue }
            if let first = lost.first {
                let state = missing(since: test.uploadedAt + 72 * 3_600, knownUntil: timetable.lastBreath)
                let isNear = [before, test].contains { ($0?.hundredths ?? 0) >= 2_000 }
                let severity: Severity = lost.count > 10 ? .critical : lost.count > 2 || isNear ? .high : .medium
                if let state {
                    let subject = Subject.test(first.serial)
                    try plant("record-gap", name(of: subject), state, severity, of: [subject], into: &key)
                }
            }
            (lost, before) = ([], test)
        }
    }

    private func judgeSilence(_ place: Int, _ sent: [BreathTest], into key: inout AnswerKey) throws {
        let tester = roster.testers[place]
        guard tester.isRegistered, tester.repairedFrom == nil, let last = sent.last else { return }
        let limit = (last.hundredths ?? 0) >= 2_000 ? 2 : 7
        let due = Limit.days(limit, after: last.at)
        guard let state = missing(since: due, knownUntil: timetable.lastBreath) else { return }
        let subject = tester.device
        try plant("device-silent", subject, state, .medium, of: [.tester(place)], into: &key)
    }

    private func judgeCertificate(_ place: Int, _ sent: [BreathTest], into key: inout AnswerKey) throws {
        let tester = roster.testers[place]
        let days = sent.map { LocalTime.day(of: $0.at) }
        let open = tester.isRegistered ? days.filter { !tester.isCertified(on: $0) } : days
        guard let first = open.first else { return }
        let worst = sent.filter { open.contains(LocalTime.day(of: $0.at)) }.compactMap(\.hundredths).max() ?? 0
        let severity: Severity = worst >= 2_000 ? .critical : .high
        let lapsed = tester.certificates.map(\.validUntil).filter { $0 < first }.max() ?? first
        let mark = tester.isRegistered ? LocalTime.date(lapsed) : "unregistered"
        try plant("device-uncertified", place, mark, .violated, severity, into: &key)
    }

    /// Rows that reached the platform before they were made; or, of ten and more online, all about equally late.
    private func judgeClock(_ place: Int, _ month: String, _ sent: [BreathTest], into key: inout AnswerKey) throws {
        let offsets = sent.map { $0.uploadedAt - $0.at }
        let online = offsets.filter { abs($0) <= 600 }.sorted()
        let isBackward = offsets.contains { $0 < -60 }
        let median = online.isEmpty ? 0 : online[online.count / 2]
        let spread = online.isEmpty ? 0 : online[online.count * 3 / 4] - online[online.count / 4]
        guard isBackward || (online.count >= 10 && abs(median) > 300 && spread <= 60) else { return }
        try plant("device-clock-skew", place, month, .violated, .medium, into: &key)
    }

    private func judgeHugging(
        _ whose: String,
        _ month: String,
        _ sent: [BreathTest],
        of noted: [Subject],
        into key: inout AnswerKey
    ) throws {
        let values = sent.filter(\.isEvidential).compactMap(\.hundredths)
        for (code, line) in [("drink", 2_000), ("drunk", 8_000)] as [(String, Int64)]
        where Self.hugs(values, line: line) {
            let subject = "\(whose)|\(code)|\(month)"
            try plant("threshold-hugging", subject, .violated, .medium, of: noted, into: &key)
        }
    }

    /// Of sixty and more readings around a line, more than two and a half times as many in the bin below it as in the two
    /// beside, and hardly by chance.
    static func hugs(_ values: [Int64], line: Int64) -> Bool {
        let around = line == 2_000 ? 500...3_500 : 6_000...10_000 as ClosedRange<Int64>
        guard values.count(where: around.contains) >= 60 else { return false }
        func count(_ from: Int64) -> Int { values.count { from <= $0 && $0 < from + 500 } }
        let (below, beside) = (count(line - 500), count(line - 1_000) + count(line))
        guard below * 2 * 2 > beside * 5 else { return false }
        return tail(below, of: below + beside) < 0.01
    }

    /// How probable so many of a number are at least, where each falls into the bin with one chance in three.
    private static func tail(_ least: Int, of number: Int) -> Double {
        var term = 1.0
        for _ in 0..<number { term *= 2.0 / 3 }
        var sum = 0.0
        for count in 0...number {
            if count >= least { sum += term }
            term *= Double(number - count) / Double(count + 1) / 2
        }
        return sum
    }
}
