import Feeds
package import Model
import Settings

/// Walks the passes until every feed is drained: all files taken, everything reviewed, the digest written.
package struct Drain: Sendable {
    private let passes: Passes
    /// How long a server that answers badly is asked again, after the last time something came of it.
    private static let patience = Duration.seconds(60)

    /// What a drained run did.
    package struct Outcome: Sendable {
        package var deliveries = 0
        package var review = ReviewPass.Outcome()
        package var page: String
        package var faults: [String] = []
    }

    package init(_ passes: Passes) { self.passes = passes }

    /// - Parameters:
    ///   - now: the time the run works as of.
    ///   - clock: the time of the wall, by which files come to rest.
    ///   - report: told what became of each file.
    /// - Returns: what was taken, found and written.
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func run(
        now: Instant,
        clock: @Sendable () -> Instant,
        report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> Outcome {
        var faults: [String] = []
        var deliveries = 0
        for feed in passes.configuration.feeds {
            do {
                let drained = try await drain(feed, now: now, clock: clock, report)
                deliveries += drained.taken
                if let trouble = drained.trouble { faults.append("\(feed.name): \(trouble)") }
            } catch let fault as FolderFault {
                faults.append("\(feed.name): \(fault)")
            }
        }
        let review = try await review(now: now)
        let page = try await passes.report(now: now).page
        return Outcome(deliveries: deliveries, review: review, page: page, faults: faults)
    }

    /// Waits where another holds the review: the server may still be at work for a run that was killed, and a digest
    /// written without a review would say that nothing was found.
    private func review(now: Instant) async throws -> ReviewPass.Outcome {
        while true {
            if let outcome = try await passes.review(now: now) { return outcome }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func drain(
        _ feed: FeedDefinition,
        now: Instant,
        clock: @Sendable () -> Instant,
        _ report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> IntakePass.Poll {
        var looks = SettlingFiles()
        var taken = 0
        var lastTaken = ContinuousClock.now
        while true {
            var poll = try await passes.intake(
                feed,
                looks: &looks,
                now: now,
                clock: clock(),
                report: report
            )
            taken += poll.taken
            if poll.taken > 0 { lastTaken = .now }
            let isWaiting = poll.isMomentary && ContinuousClock.now - lastTaken < Self.patience
            guard poll.settling > 0 || poll.taken > 0 || isWaiting else {
                poll.taken = taken
                return poll
            }
            if poll.taken == 0 { try await Task.sleep(for: .milliseconds(200)) }
        }
    }
}
