import Feeds
import Model
import Postgres
import Settings
import Store

extension FolderIntake {
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
        _ report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> Attempt {
        do {
            let outcome = try await take(candidate, beside: others, connection, now: now, report)
            report(.done(feed: pass.feed.name, file: candidate.name, outcome))
            if case .known = outcome { return .settled(isNew: false) }
            return .settled(isNew: true)
        } catch let fault as ArchiveFault {
            report(.postponed(feed: pass.feed.name, file: candidate.name, why: "\(fault)"))
            if fault.isLasting { try await miss(candidate, because: "\(fault)", connection, now: now) }
            return .left
        } catch let fault as UnreadableDelivery {
            report(.postponed(feed: pass.feed.name, file: candidate.name, why: "\(fault)"))
            try await miss(candidate, because: "\(fault)", connection, now: now)
            return .left
        } catch let error as DatabaseError where error.isOfTheData {
            report(.postponed(feed: pass.feed.name, file: candidate.name, why: "\(error)"))
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
        try await pass.miss(
            candidate.name,
            exportedAt: candidate.exportedAt,
            because: reason,
            connection,
            now: now
        )
    }

    func rule(beside waiting: [Candidate]) -> CompletenessRule { pass.rule(waiting: waiting.map(\.exportedAt)) }
}
