import Simulation

/// Works the answer out again from what happened, the slow way, without asking the staging what it meant.
struct Recount {
    let world: World
    var asOf: Int64 { world.timetable.asOf }

    /// `state check subject severity` of every trouble.
    func troubles() -> [String] {
        let stops = stops()
        return (missingCases(stops) + missingBlood(stops) + missingVideos(stops) + messages()).sorted()
    }

    /// Tests that speak of a driver, gathered into stops: whatever belongs together, directly or by others.
    private func stops() -> [[BreathTest]] {
        let tests = world.tests.filter(isDriverTest).sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        var group = Array(tests.indices)
        for one in tests.indices {
            for two in tests.indices[(one + 1)...] {
                guard tests[two].at - tests[one].at <= 3_600 else { break }
                guard group[one] != group[two], belong(tests[one], tests[two]) else { continue }
                let (kept, given) = (group[one], group[two])
                for index in group.indices where group[index] == given { group[index] = kept }
            }
        }
        return Dictionary(grouping: tests.indices) { group[$0] }.values.map { $0.map { tests[$0] } }
    }

    private func belong(_ one: BreathTest, _ two: BreathTest) -> Bool {
        if let left = one.id, let right = two.id, left != right { return false }
        let apart = abs(one.at - two.at)
        if apart <= 3_600, (one.id != nil && one.id == two.id) || (one.plate != nil && one.plate == two.plate) {
            return true
        }
        let differ = [(one.name, two.name), (one.plate, two.plate)].contains { $0 != nil && $1 != nil && $0 != $1 }
        return one.tester == two.tester && abs(one.number - two.number) == 1 && apart <= 900 && !differ
    }

    private func isDriverTest(_ test: BreathTest) -> Bool {
        guard test.hundredths != nil, test.isValid, test.mode == .active || test.mode == .calibration else {
            return false
        }
        let isNameless = test.id == nil && test.name == nil && test.plate == nil
        if test.mode == .calibration || (isNameless && test.hundredths == 8_800) {
            let day = Int((test.at + 28_800) / 86_400)
            return !world.roster.testers[test.tester].isVerified(on: day)
        }
        return !world.internalSpans.contains {
            $0.isSigned && $0.tester == test.tester && $0.from <= test.at && test.at <= $0.to
        }
    }

    func highest(_ stop: [BreathTest]) -> BreathTest? {
        let top = stop.compactMap(\.hundredths).max() ?? 0
        return top >= 2_000 ? stop.first { $0.hundredths == top } : nil
    }

    private func missingCases(_ stops: [[BreathTest]]) -> [String] {
        let answers = answered(stops)
        return stops.indices.compactMap { index in
            let stop = stops[index]
            guard let top = highest(stop), top.isMotor, let since = stop.first(where: { ($0.hundredths ?? 0) >= 2_000 })
            else { return nil }
            let isDrunk = (top.hundredths ?? 0) >= 8_000
            let isAnswered = answers.contains { $0.stop == index && (!isDrunk || $0.entry.category != .measure) }
            guard !isAnswered, since.at + 86_400 <= asOf else { return nil }
            let register = world.roster.squadrons[world.roster.testers[top.tester].squadron].register
            let isKnown = since.at + 86_400 <= world.timetable.lastCases(register)
            let check = isDrunk ? "drunk-no-case" : "drink-no-measure"
            let severity = isDrunk ? "critical" : "high"
            return "\(isKnown ? "violated" : "undetermined") \(check) \(world.subject(of: stop[0])) \(severity)"
        }
    }

    /// Readings of 80 and more without blood within four hours, unless the driver fled.
    private func missingBlood(_ stops: [[BreathTest]]) -> [String] {
        let answers = answered(stops)
        return stops.indices.compactMap { index in
            let stop = stops[index]
            guard let top = highest(stop), top.isMotor, let first = stop.first(where: { ($0.hundredths ?? 0) >= 8_000 })
            else { return nil }
            let isDrawn = answers.contains { answer in
                let isKnown = (answer.entry.blood?.drawnAt).map {
                    $0 <= world.timetable.lastCases(answer.entry.register)
                }
                return answer.stop == index && (isKnown ?? answer.entry.circumstances.flags.contains(.fled))
            }
            let due = first.at + 4 * 3_600
            guard !isDrawn, due <= asOf else { return nil }
            let register = world.roster.squadrons[world.roster.testers[top.tester].squadron].register
            let isKnown = due <= world.timetable.lastCases(register)
            return "\(isKnown ? "violated" : "undetermined") drunk-no-blood \(world.subject(of: stop[0])) critical"
        }
    }

    /// The best pairs first; a case once used is used up.
    private func answered(_ stops: [[BreathTest]]) -> [(stop: Int, entry: CaseEntry)] {
        var pairs: [(rank: Int, apart: Int64, stop: Int, entry: Int)] = []
        for (index, stop) in stops.enumerated() where highest(stop) != nil {
            for (place, entry) in world.cases.enumerated() where isStanding(entry) {
                let apart = stop.map { abs($0.at - entry.occurredAt) }.min() ?? .max
                guard let rank = rank(stop, entry), rank == 0 || apart <= 172_800 else { continue }
                pairs.append((rank, apart, index, place))
            }
        }
        pairs.sort { ($0.rank, $0.apart) < ($1.rank, $1.apart) }
        var used: Set<Int> = []
        return pairs.filter { used.insert($0.entry).inserted }.map { ($0.stop, world.cases[$0.entry]) }
    }

    /// Whether its register shows it at the end, and not as void without a decision to withdraw it.
    private func isStanding(_ entry: CaseEntry) -> Bool {
        entry.isShown(at: world.timetable.lastCases(entry.register))
            && (entry.voidAt == nil || entry.outcome.withdrawnAt != nil)
    }

    private func rank(_ stop: [BreathTest], _ entry: CaseEntry) -> Int? {
        if let cited = entry.cited { return stop.contains { $0.serial == cited } ? 0 : nil }
        let ids = stop.compactMap(\.id)
        if let id = entry.id, !ids.isEmpty { return ids.contains(id) ? 1 : nil }
        guard let plate = entry.plate else { return nil }
        return stop.contains { $0.plate == plate } ? 2 : nil
    }
}
