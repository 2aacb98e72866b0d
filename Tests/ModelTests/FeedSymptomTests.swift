import Model
import Testing

@Suite("A feed is healthy while it brings what is expected of it")
struct FeedSymptomTests {
    private let start = Day(number: 20_000)
    private let now = ChinaTime.startOfDay(Day(number: 20_100))

    private func contract(
        rhythm: Int64? = nil,
        volume: VolumeRule? = nil,
        isSnapshot: Bool = false,
        known: Set<String>? = nil
    ) -> FeedContract {
        FeedContract(
            rhythmSeconds: rhythm,
            volume: volume,
            isSnapshot: isSnapshot,
            knownColumns: known,
            allowedRejections: 2
        )
    }

    private func weeks(_ rows: [Int64]) -> [DayVolume] {
        rows.enumerated().map { DayVolume(day: start.adding(days: 7 * $0.offset), rows: $0.element) }
    }

    @Test("silence is longer than the rhythm, and nothing is silent that promises none")
    func silence() {
        let feed = FeedObservation(lastExport: now.adding(seconds: -7200))
        #expect(FeedSymptom.all(of: feed, by: contract(rhythm: 7200), at: now).isEmpty)
        #expect(
            FeedSymptom.all(of: feed, by: contract(rhythm: 7199), at: now)
                == [.silent(since: now.adding(seconds: -7200))]
        )
        #expect(FeedSymptom.all(of: feed, by: contract(), at: now).isEmpty)
    }

    @Test(
        "a day is judged by the same weekday of eight weeks, of which there must be enough",
        arguments: [
            ([100, 100, 100, 100, 49], 1), ([100, 100, 100, 100, 50], 0), ([100, 100, 100, 49], 0),
            ([10, 200, 100, 100, 100, 49], 1), ([0, 0, 0, 0, 0], 0),
            // Only eight weeks are the measure: what stays little is no drop for ever.
            ([100, 100, 100, 100, 100, 1, 1, 1, 1, 1, 1, 1, 1, 1], 5),
        ] as [([Int64], Int)]
    )
    func volume(rows: [Int64], drops: Int) {
        let rule = VolumeRule(dropPercent: 50, samples: 4)
        #expect(rule.drops(in: weeks(rows), isSnapshot: false).count == drops)
        // Other weekdays say nothing.
        let others = weeks(rows).map { DayVolume(day: $0.day.adding(days: 1), rows: 100_000) }
        #expect(rule.drops(in: weeks(rows) + others, isSnapshot: false).count == drops)
    }

    @Test(
        "the median is that of all values, also where they are odd or as large as can be",
        arguments: [([1, 1, 1, 1, 0], 1), ([3, 3, 3, 3, 1], 3), ([.max, .max, .max, .max, 0], .max)]
            as [([Int64], Int64)]
    )
    func median(rows: [Int64], median: Int64) {
        let rule = VolumeRule(dropPercent: 50, samples: 4)
        #expect(rule.drops(in: weeks(rows), isSnapshot: false).map(\.median) == [median])
    }

    @Test("a register whose latest day was quiet is not judged by an older one, which it healed")
    func quietRegister() {
        let volumes = weeks([100, 100, 100, 100, 5, 5])
        let quiet = VolumeRule(dropPercent: 50, samples: 4, quietDays: [start.adding(days: 35)])
        #expect(quiet.drops(in: volumes, isSnapshot: true).isEmpty)
        #expect(quiet.drops(in: volumes, isSnapshot: false).map(\.day) == [start.adding(days: 28)])
    }

    @Test("names of columns stay on one line and within sight, whatever they are")
    func names() {
        #expect(FeedSymptom.newColumns(["al\ncohol", "b"]).sentence == "新列 / new columns: al cohol, b")
        let many = FeedSymptom.missingColumns((1...1000).map(String.init)).sentence
        #expect(many.hasSuffix("19, 20,  … (1000)"))
    }

    @Test("a day a person calls quiet is neither judged nor a measure; of a register only the last export counts")
    func quiet() {
        let rows: [Int64] = [100, 100, 100, 100, 5, 100]
        let drop = VolumeDrop(day: start.adding(days: 28), rows: 5, median: 100)
        let rule = VolumeRule(dropPercent: 50, samples: 4)
        #expect(rule.drops(in: weeks(rows), isSnapshot: false) == [drop])
        #expect(rule.drops(in: weeks(rows), isSnapshot: true) == [])
        #expect(rule.drops(in: weeks(rows.dropLast()), isSnapshot: true) == [drop])
        let told = VolumeRule(dropPercent: 50, samples: 4, quietDays: [drop.day])
        #expect(told.drops(in: weeks(rows), isSnapshot: false) == [])
    }

    @Test("columns that are new or gone are named")
    func columns() {
        let feed = FeedObservation(columns: ["a", "b", "z", "y"], columnsBefore: ["a", "b", "c"])
        #expect(
            FeedSymptom.all(of: feed, by: contract(known: ["a", "b", "c"]), at: now)
                == [.newColumns(["y", "z"]), .missingColumns(["c"])]
        )
        #expect(FeedSymptom.all(of: feed, by: contract(), at: now) == [.missingColumns(["c"])])
    }

    @Test("rejected rows are a trouble above what is allowed")
    func rejects() {
        var feed = FeedObservation(delivery: 7, rejected: 2)
        #expect(FeedSymptom.all(of: feed, by: contract(), at: now).isEmpty)
        feed.rejected = 3
        #expect(FeedSymptom.all(of: feed, by: contract(), at: now) == [.rejects(delivery: 7, rows: 3, allowed: 2)])
    }
}
