extension Stage {
    /// Clips that came late, were lost or altered, or will expire unmarked.
    mutating func spoilClips() {
        for (test, isMarked) in expiring {
            for place in clips.indices where shows(clips[place], tests[test]) {
                clips[place].expiresAt = timetable.asOf + 43_200
                guard !isMarked else { continue }
                clips[place].isKey = false
                clips[place].caseNumber = nil
            }
        }
        let day = LocalTime.secondsPerDay
        let end = timetable.lastRecordings - 5 * day
        var loose = clips.indices.filter { clips[$0].collectedAt < end && !clips[$0].isKey }
        var kept = clips.indices.filter { clips[$0].collectedAt < end && clips[$0].caseNumber != nil }
        for _ in 0..<rounds {
            lateClips(&loose)
            loseClips(&loose, &kept)
        }
    }

    /// Whether it shows a test that needs a film.
    private func isNeeded(_ clip: Clip) -> Bool {
        occasions.contains { occasion in
            occasion.tests.contains { abs(tests[$0].at - clip.startedAt) < 2_400 && shows(clip, tests[$0]) }
        }
    }

    /// One of them by chance, which no test needs unless its case is known.
    private mutating func take(_ places: inout [Int]) -> Int? {
        while !places.isEmpty {
            let place = places.remove(at: chance.below(places.count))
            if clips[place].caseNumber != nil || !isNeeded(clips[place]) { return place }
        }
        return nil
    }

    private mutating func lateClips(_ loose: inout [Int]) {
        for _ in 0..<2 {
            guard let place = take(&loose) else { return }
            clips[place].collectedAt = clips[place].endedAt + chance.within(100_000...150_000)
            note(.clip(place), "collected on the second day")
        }
        guard let place = take(&loose) else { return }
        clips[place].remoteUntil = clips[place].endedAt + 100_000
        clips[place].collectedAt = clips[place].endedAt + 150_000
        trap("video-upload-late", .clip(place), "the crew was away for days; handed in on its return")
    }

    private mutating func loseClips(_ loose: inout [Int], _ kept: inout [Int]) {
        let day = LocalTime.secondsPerDay
        func changed(_ place: Int, _ kind: Clip.Change.Kind) {
            clips[place].change = Clip.Change(at: clips[place].collectedAt + 2 * day, kind: kind)
        }
        if let place = take(&loose) {
            changed(place, .missing)
            note(.clip(place), "listed first, and missing then")
        }
        if let place = take(&loose) {
            changed(place, .deleted)
            note(.clip(place), "deleted before its time was over")
        }
        if let place = take(&kept) {
            changed(place, .rewritten)
            note(.clip(place), "smaller and with another checksum in a later list")
        }
        if let place = take(&kept) {
            changed(place, .transcoded)
            trap("video-lost-or-altered", .clip(place), "moved to the archive: smaller, with the same checksum")
        }
        if let place = take(&loose) {
            clips[place].isExplainedLoss = true
            changed(place, .deleted)
            trap("video-lost-or-altered", .clip(place), "deleted, and explained")
        }
        if let place = take(&loose) {
            clips[place].isExplainedLoss = true
            trap("video-lost-or-altered", .clip(place), "overwritten before it was collected, and explained")
        }
    }
}
