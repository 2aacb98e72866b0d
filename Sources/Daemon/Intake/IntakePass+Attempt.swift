import Feeds
import Model
import Postgres
import Settings
import Store

extension IntakePass {
    /// What came of trying to take a file.
    enum Attempt {
        case settled(isNew: Bool)
        /// It lies there still.
        case left
    }

    /// Takes a file; where it cannot be taken until a person sees to it, that is noted.
    func attempt(
        _ candidate: Candidate,
        beside others: [Candidate],
        _ connection: Connection,
        now: Instant,
        _ report: @Sendable (Event) -> Void
    ) async throws -> Attempt {
        do {
            let outcome = try await take(candidate, beside: others, connection, now: now, report)
            report(.done(feed: feed.name, file: candidate.name, outcome))
            if case .known = outcome { return .settled(isNew: false) }
            return .settled(isNew: true)
        } catch let fault as ArchiveFault {
            report(.postponed(feed: feed.name, file: candidate.name, why: "\(fault)"))
            if fault.isLasting { try await miss(candidate, because: "\(fault)", connection, now: now) }
            return .left
        } catch let fault as UnreadableDelivery {
            report(.postponed(feed: feed.name, file: candidate.name, why: "\(fault)"))
            try await miss(candidate, because: "\(fault)", connection, now: now)
            return .left
        } catch let error as DatabaseError where error.isOfTheData {
            report(.postponed(feed: feed.name, file: candidate.name, why: "\(error)"))
            try await miss(candidate, because: "\(error)", connection, now: now)
            return .left
        }
    }

    private func miss(
        _ candidate: Candidate,
        because reason: String,
        _ connection: Connection,
        now: Instant
    ) async throws {
        let feed = feed
        try await connection.use { session in
            try session.transaction { session in
                try FeedStore.register(feed.name, kind: feed.kind, serves: nil, region: feed.region, session)
                try MissedFiles.note(
                    candidate.name,
                    exportedAt: candidate.exportedAt,
                    because: reason,
                    feed: feed.name,
                    at: now,
                    region: feed.region,
                    session
                )
            }
        }
    }

    func rule(beside waiting: [Candidate]) -> CompletenessRule {
        // The order of candidates puts those without a time last, but nothing is proven while one of them waits.
        let first = waiting.first { $0.exportedAt == nil } ?? waiting.first
        return CompletenessRule(
            isSnapshot: feed.contents == .snapshot,
            allowedRejections: feed.allowedRejections,
            rhythmSeconds: feed.rhythmSeconds,
            waiting: first.map { CompletenessRule.Waiting(exportedAt: $0.exportedAt) }
        )
    }
}
