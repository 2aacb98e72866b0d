extension Stage {
    /// Plays everything and hands the world over, its answer key with it.
    mutating func play(seed: UInt64) throws -> World {
        try stageCaseTroubles()
        try stageVideoTroubles()
        try stageTraps()
        try stageBench()
        try stageOrdinaryPositives()
        stageNegatives()
        stageRobots()
        numberTests()
        let clips = film()
        return World(
            timetable: timetable,
            roster: roster,
            tests: tests,
            cases: cases,
            clips: clips,
            sightings: sightings,
            messages: messages,
            internalSpans: internalSpans,
            key: try answerKey(seed: seed)
        )
    }

    /// Each tester counts its own blows in the order of time.
    private mutating func numberTests() {
        let order = tests.indices.sorted { (tests[$0].at, $0) < (tests[$1].at, $1) }
        var counts = roster.testers.indices.map { 1_200 + $0 * 341 }
        for index in order {
            counts[tests[index].tester] += 1
            tests[index].number = counts[tests[index].tester]
        }
    }
}
