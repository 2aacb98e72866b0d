package import Model

/// Judges whether a team's recordings show a test.
package struct RecordingMatching: Sendable {
    package let rules: RecordingRules

    package init(rules: RecordingRules) { self.rules = rules }

    /// Whether the union of the team's clips covers the time around the test.
    ///
    /// The clips of every camera may be shifted together by up to the slack, since each camera has a clock of its own. If
    /// no chain of clips covers the window alone, a sweep goes through it from its start: of the chains that can be
    /// shifted to begin where coverage has got to, it takes the one that ends soonest, for it would be the first to come
    /// too late, and so sets the clock of its camera. For one camera, and for one chain each of two, that finds the best
    /// shifts there are; for more it may in contrived cases find less than the best, never more.
    ///
    /// Clips of other teams are ignored.
    package func coverage(of testedAt: Instant, by team: Team, clips: [RecordingClip]) -> Coverage {
        var reasons: [String: ClipReason] = [:]
        for clip in clips { reasons[clip.key] = team.reason(for: clip, rules: rules) }
        let chains = RecordingChain.chains(
            of: clips.filter { reasons[$0.key] != nil },
            joinGapSeconds: rules.joinGapSeconds
        )
        let exact = sweep(around: testedAt, chains, slack: 0)
        let isShifted = !exact.isWhole && rules.slackSeconds > 0
        let best = isShifted ? shiftedSweep(around: testedAt, chains) : exact
        let uses = best.used.flatMap(\.clips).compactMap { clip in
            reasons[clip.key].map { ClipUse(key: clip.key, reasons: isShifted ? [$0, .clockSlack] : [$0]) }
        }
        return Coverage(
            isCovered: best.isWhole,
            coveredSeconds: best.covered / 1_000_000,
            clips: uses.sorted { $0.key < $1.key }
        )
    }

    /// One chain alone where one suffices: in a sweep through all, a scrap of the same camera might set its clock first.
    private func shiftedSweep(around testedAt: Instant, _ chains: [RecordingChain]) -> Sweep {
        for chain in chains {
            let alone = sweep(around: testedAt, [chain], slack: rules.slackSeconds)
            if alone.isWhole { return alone }
        }
        return sweep(around: testedAt, chains, slack: rules.slackSeconds)
    }

    private func sweep(around testedAt: Instant, _ chains: [RecordingChain], slack: Int64) -> Sweep {
        var sweep = Sweep(
            from: testedAt.adding(seconds: -rules.beforeSeconds),
            to: testedAt.adding(seconds: rules.afterSeconds),
            slack: slack
        )
        sweep.run(through: chains)
        return sweep
    }
}
