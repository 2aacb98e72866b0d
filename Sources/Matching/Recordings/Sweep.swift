import Model

/// One walk through the window around a test, from its start, covering it with chains shifted by up to the slack.
struct Sweep {
    private let end: Instant
    private let slack: Int64
    /// Where the walk has got to; everything before is covered or given up.
    private var reached: Instant
    /// Microseconds of the window that are covered.
    private(set) var covered: Int64 = 0
    private(set) var used: [RecordingChain] = []
    private(set) var isWhole = true
    /// How far each camera's clock has been set, in microseconds: one camera has one clock.
    private var shifts: [String: Int64] = [:]

    init(from start: Instant, to end: Instant, slack: Int64) {
        reached = start
        self.end = end
        self.slack = slack
    }

    /// - Parameter chains: by their end.
    mutating func run(through chains: [RecordingChain]) {
        var left = chains
        if reached == end {
            // A window without length is shown by whatever can be shifted over it.
            used = chains.filter { canBegin($0) && $0.endedAt.adding(seconds: slack) >= reached }
            isWhole = !used.isEmpty
        }
        while reached < end {
            if let index = left.firstIndex(where: { canBegin($0) && advance(of: $0) > reached }) {
                let chain = left.remove(at: index)
                let next = min(advance(of: chain), end)
                shifts[chain.source] = shift(of: chain)
                covered = covered.addingReportingOverflow(next.apart(from: reached)).partialValue
                reached = next
                used.append(chain)
            } else {
                isWhole = false
                // Nothing reaches this point: go on where the next chain can begin, to tell how much is covered.
                let starts = left.map { $0.startedAt.adding(seconds: -slack) }.filter { $0 > reached && $0 < end }
                reached = starts.min() ?? end
            }
        }
    }

    private func canBegin(_ chain: RecordingChain) -> Bool {
        if let shift = shifts[chain.source] { return chain.startedAt.shifted(by: shift) <= reached }
        return chain.startedAt.adding(seconds: -slack) <= reached
    }

    /// How far the chain covers when its camera's clock is set as it is, or as late as is useful and allowed.
    private func advance(of chain: RecordingChain) -> Instant { chain.endedAt.shifted(by: shift(of: chain)) }

    private func shift(of chain: RecordingChain) -> Int64 {
        if let shift = shifts[chain.source] { return shift }
        let latest = Instant(microseconds: 0).adding(seconds: slack).microseconds
        let (wanted, overflow) = reached.microseconds.subtractingReportingOverflow(chain.startedAt.microseconds)
        return overflow ? latest : min(max(wanted, -latest), latest)
    }
}

extension Instant {
    fileprivate func shifted(by microseconds: Int64) -> Instant {
        let (sum, overflow) = self.microseconds.addingReportingOverflow(microseconds)
        guard overflow else { return Instant(microseconds: sum) }
        return Instant(microseconds: microseconds < 0 ? .min : .max)
    }
}
