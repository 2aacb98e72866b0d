import Matching
import Postgres
import Store

/// Keeps in step which record numbers of each device are there.
///
/// A record is never taken away, so that numbers only ever join the runs there are.
struct NumberRunReview {
    let region: Int32

    /// Everything anew.
    func full(_ session: borrowing Session) throws {
        let numbers = try NumberRunStore.allNumbers(region: region, session)
        let runs = numbers.mapValues { NumberRuns.joined($0.map(Self.run)) }
        let before = try NumberRunStore.runs(of: numbers.keys.sorted(), region: region, session)
        try NumberRunStore.replace(runs.filter { before[$0.key] != $0.value }, region: region, session)
    }

    /// What deliveries of breath tests brought.
    func touched(_ deliveries: [Int64], _ session: borrowing Session) throws {
        let numbers = try NumberRunStore.numbers(in: deliveries, region: region, session)
        let before = try NumberRunStore.runs(of: numbers.keys.sorted(), region: region, session)
        var changed: [String: [NumberRunStore.Run]] = [:]
        for (device, fresh) in numbers {
            let old = before[device] ?? []
            let runs = NumberRuns.joined(old + fresh.map(Self.run))
            if runs != old { changed[device] = runs }
        }
        try NumberRunStore.replace(changed, region: region, session)
    }

    private static func run(_ one: (number: Int64, key: String)) -> NumberRunStore.Run {
        NumberRunStore.Run(from: one.number, to: one.number, fromKey: one.key, toKey: one.key)
    }
}
