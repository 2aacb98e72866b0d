extension Stage {
    /// Runs of tests: seconds apart, on the move, or with numbers missing.
    mutating func stageRunTroubles() throws {
        try stageRapid()
        try stageMoving()
        for count: Int64 in [1, 3, 12] { try stageGap(count) }
    }

    private mutating func stageRapid() throws {
        for _ in 0..<2 {
            let run = try stageRow(12, every: 22, isNamed: false)
            note(.test(run[0]), "twelve blows of nobody in four minutes")
        }
        let queue = try stageRow(12, every: 24, isNamed: true)
        trap("rapid-fire-tests", .test(queue[0]), "a queue of drivers, each with a plate")
        let short = try stageRow(9, every: 22, isNamed: false)
        trap("rapid-fire-tests", .test(short[0]), "nine are no run")
    }

    private mutating func stageRow(_ count: Int64, every gap: Int64, isNamed: Bool) throws -> [Int] {
        let slot = try firstVendorSlot(before: 2)
        let tester = tester(of: slot.squadron)
        let start = slot.start(timetable) + 960
        return (0..<count).map { blow(at: start + $0 * gap, on: tester, 0, by: isNamed ? population.driver() : nil) }
    }

    private mutating func stageMoving() throws {
        for _ in 0..<2 {
            let run = try stageRow(6, every: 60, isNamed: true)
            for (index, serial) in run.enumerated() {
                tests[serial].place = tests[serial].place.north(Int64(index) * 600)
            }
            note(.test(run[0]), "a blow a minute over three kilometres")
        }
        let jump = try stageRow(5, every: 60, isNamed: true)
        tests[jump[2]].place = tests[jump[2]].place.north(12_000)
        trap("moving-tests", .test(jump[1]), "the position leaps twelve kilometres and back")
    }

    /// Numbers that were counted and never sent, between two that were.
    private mutating func stageGap(_ count: Int64) throws {
        let slot = try firstVendorSlot(before: 5)
        let tester = tester(of: slot.squadron)
        let start = slot.start(timetable) + 600
        _ = blow(at: start, on: tester, 0, by: population.driver())
        for index in 1...count {
            let serial = blow(at: start + index * 50, on: tester, 0, by: population.driver())
            tests[serial].isLost = true
            if index == 1 { note(.test(serial), "\(count) numbers that were never sent") }
        }
        _ = blow(at: start + 1_200, on: tester, 0, by: population.driver())
    }
}
