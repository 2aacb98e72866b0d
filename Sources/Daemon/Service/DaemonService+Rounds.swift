import Logging
import Model
import Postgres
import Settings
import Store
import Telemetry

extension DaemonService {
    /// One look at every feed, a review if anything came or time passed, the digest if it is due.
    func round(_ passes: Passes) async throws {
        let configuration = passes.configuration
        let isRung = wake.take()
        var taken = 0
        for feed in configuration.feeds where !feed.isRemote { taken += try await poll(feed, passes) }
        let now = clock()
        let isStale = reviewedAt.map { $0.adding(seconds: configuration.reviewSeconds) <= now } ?? true
        // A letter written while another reviews would say that nothing was found.
        if taken == 0, !isStale, !isRung {
            try await report(passes, now: now)
        } else if try await review(passes, now: now) {
            try await report(passes, now: now)
        }
        notifier.ping()
        notifier.status("上次轮询 last poll \(now.chinaMinuteText), \(taken) 新交付 new")
    }

    /// - Returns: false where another process reviews just now.
    private func review(_ passes: Passes, now: Instant) async throws -> Bool {
        notifier.status("复核 reviewing")
        guard let outcome = try await passes.review(now: now) else { return false }
        reviewedAt = now
        notifier.ping()
        if outcome.faults != faults {
            for (check, fault) in outcome.faults.sorted(by: { $0.key < $1.key }) {
                logger.error("the check cannot be run", metadata: ["check": "\(check)", "error": "\(fault)"])
            }
            faults = outcome.faults
        }
        guard outcome.opened + outcome.closed + outcome.reopened + outcome.updated > 0 else { return true }
        logger.notice(
            "reviewed",
            metadata: [
                "subjects": "\(outcome.subjects)", "opened": "\(outcome.opened)", "updated": "\(outcome.updated)",
                "closed": "\(outcome.closed)", "reopened": "\(outcome.reopened)",
            ]
        )
        return true
    }

    private func report(_ passes: Passes, now: Instant) async throws {
        do {
            try await passes.layOutDigests(now: now)
            digestTrouble = nil
            guard let (digest, page) = try await passes.reportIfDue(now: now) else { return }
            logger.notice("digest written", metadata: ["number": "\(digest.number)", "page": "\(page)"])
        } catch let fault as DigestFault {
            // The disk may be mended any time, and the work goes on meanwhile.
            if digestTrouble != fault { logger.error("\(fault)") }
            digestTrouble = fault
        }
    }

    /// Waits for the next poll in short naps, each followed by a sign of life; a reload ends the wait.
    func rest(seconds: Int64) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        let nap = min(watchdog?.period ?? .seconds(1), .seconds(1))
        while ContinuousClock.now < end {
            try await Task.sleep(for: min(nap, end - ContinuousClock.now))
            notifier.ping()
            if reload.isWaiting || wake.isWaiting { return }
        }
    }
}
