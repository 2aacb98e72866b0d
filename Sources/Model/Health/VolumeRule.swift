/// When a day brought so few rows that some may not have come at all.
package struct VolumeRule: Equatable, Sendable, Codable {
    /// Fewer rows by so many percent than the median of the same weekday are a drop.
    package var dropPercent: Int64
    /// So many days of the same weekday within the eight weeks before must have brought something.
    package var samples: Int
    /// Days that were truly quiet, as a person says: they are neither judged nor a measure for others.
    package var quietDays: [Day]

    /// How far back the measure is taken.
    package static let days: Int32 = 56

    package init(dropPercent: Int64, samples: Int, quietDays: [Day] = []) {
        self.dropPercent = dropPercent
        self.samples = samples
        self.quietDays = quietDays
    }

    /// The days on which too little came, in order. Days that brought nothing at all are silence, which is judged by the
    /// rhythm of the feed.
    ///
    /// - Parameters:
    ///   - volumes: rows by day, whatever came late among them.
    ///   - isSnapshot: whether the latest day brought everything again, so that those before it are no matter any more.
    /// - Returns: what came on each of them, and what was to be expected.
    package func drops(in volumes: [DayVolume], isSnapshot: Bool) -> [VolumeDrop] {
        let sorted = volumes.sorted { $0.day < $1.day }
        let judged = sorted.filter { !quietDays.contains($0.day) }
        // A register's latest day heals those before it, also where it was a quiet one.
        let inQuestion = isSnapshot ? sorted.suffix(1).filter { !quietDays.contains($0.day) } : judged
        return inQuestion.compactMap { volume in
            let measure = judged.filter { other in
                let distance = volume.day.number - other.day.number
                return distance > 0 && distance <= Self.days && distance.isMultiple(of: 7)
            }
            guard measure.count >= samples, let median = Self.median(measure.map(\.rows)) else { return nil }
            let isDropped = Int128(volume.rows) * 100 < Int128(median) * Int128(100 - dropPercent)
            return isDropped ? VolumeDrop(day: volume.day, rows: volume.rows, median: median) : nil
        }
    }

    private static func median(_ values: [Int64]) -> Int64? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let upper = sorted[sorted.count / 2]
        guard sorted.count.isMultiple(of: 2) else { return upper }
        return Int64((Int128(sorted[sorted.count / 2 - 1]) + Int128(upper)) / 2)
    }
}
