package import Store

/// Joins runs of numbers.
package enum NumberRuns {
    /// The same numbers in as few runs as there can be, in their order. Of one number the least key speaks.
    package static func joined(_ runs: [NumberRunStore.Run]) -> [NumberRunStore.Run] {
        let ordered = runs.sorted { ($0.from, $0.to, $0.fromKey) < ($1.from, $1.to, $1.fromKey) }
        var joined: [NumberRunStore.Run] = []
        for run in ordered {
            guard var last = joined.last, follows(run, last) else {
                joined.append(run)
                continue
            }
            if run.to > last.to {
                (last.to, last.toKey) = (run.to, run.toKey)
            } else if run.to == last.to {
                last.toKey = min(last.toKey, run.toKey)
            }
            if run.from == last.from { last.fromKey = min(last.fromKey, run.fromKey) }
            joined[joined.count - 1] = last
        }
        return joined
    }

    private static func follows(_ run: NumberRunStore.Run, _ last: NumberRunStore.Run) -> Bool {
        let (next, overflow) = last.to.addingReportingOverflow(1)
        return overflow || run.from <= next
    }
}
