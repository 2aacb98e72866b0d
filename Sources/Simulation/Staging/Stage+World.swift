extension Stage {
    /// Plays everything and hands the world over, its answer key with it.
    mutating func play(seed: UInt64) throws -> World {
        try stageCaseTroubles()
        try stageVideoTroubles()
        try stageTraps()
        try stagePlantedTroubles()
        try stageBench()
        try stageOrdinaryPositives()
        stageNegatives()
        stageRobots()
        stageAffairs()
        try stageLateTroubles()
        numberMessages()
        numberTests()
        clips = film()
        spoilClips()
        return World(
            timetable: timetable,
            roster: roster,
            tests: tests,
            cases: cases,
            clips: clips,
            sightings: sightings,
            messages: messages,
            internalSpans: internalSpans,
            affairs: affairs,
            key: try answerKey(seed: seed)
        )
    }

    /// Each tester counts its own blows in the order of time.
    private mutating func numberTests() {
        let order = tests.indices.sorted { (tests[$0].at, $0) < (tests[$1].at, $1) }
        var counts = roster.testers.indices.map { roster.testers[$0].resetAt == nil ? 1_200 + $0 * 341 : 60_000 }
        var isNew = roster.testers.map { $0.resetAt != nil }
        for index in order {
            let place = tests[index].tester
            if let reset = roster.testers[place].resetAt, isNew[place], tests[index].at >= reset {
                (counts[place], isNew[place]) = (0, false)
            }
            counts[place] += 1
            tests[index].number = counts[place]
        }
    }
}
