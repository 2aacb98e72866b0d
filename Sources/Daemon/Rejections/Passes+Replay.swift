package import Model
import Postgres
import Settings
package import Store

extension Passes {
    /// What came of one delivery that was to be replayed.
    package enum Replayed: Sendable {
        /// Its rejected rows were read again.
        case rows(ReplayOutcome)
        /// Nothing could be read of it; it was taken again.
        case file(delivery: Int64, feed: String, DeliveryOutcome)
        /// None of its rejected rows is open any more: somebody else was quicker.
        case settled(delivery: Int64, feed: String)
        /// It stays as it is.
        case failed(delivery: Int64, feed: String, why: String)
    }

    /// Reads open rejections again by the settings of today, each delivery in a transaction of its own; where the filter
    /// means whole deliveries, also files nothing could be read of.
    ///
    /// - Parameters:
    ///   - filter: which of them.
    ///   - who: replays them.
    ///   - now: when.
    ///   - isRehearsal: whether all of it is undone again.
    ///   - report: told of the progress.
    ///   - done: told what became of each delivery, as soon as it is committed.
    /// - Throws: `StartFault` where these passes do not take in; `DatabaseError`, `CancellationError`.
    package func replay(
        _ filter: RejectionFilter,
        by who: String,
        now: Instant,
        isRehearsal: Bool,
        report: @Sendable (IntakePass.Event) -> Void,
        done: (Replayed) throws -> Void
    ) async throws {
        let (region, passing) = (configuration.region, passing)
        let (deliveries, files) = try await connection.use { session in
            (
                try RejectionQuery.deliveries(filter, region: region, session),
                try RejectionQuery.files(filter, passing: passing, region: region, session).compactMap {
                    try ArchivedDelivery.find($0.delivery, region: region, session)
                }.filter { $0.unreadable != nil }
            )
        }
        for delivery in (deliveries + files).sorted(by: { $0.number < $1.number }) {
            try Task.checkCancellation()
            try done(try await replay(delivery, filter, by: who, now: now, isRehearsal: isRehearsal, report))
        }
    }

    private func replay(
        _ delivery: ArchivedDelivery,
        _ filter: RejectionFilter,
        by who: String,
        now: Instant,
        isRehearsal: Bool,
        _ report: @Sendable (IntakePass.Event) -> Void
    ) async throws -> Replayed {
        func failed(_ why: String) -> Replayed {
            .failed(delivery: delivery.number, feed: delivery.feed, why: why)
        }
        guard let feed = configuration.feeds.first(where: { $0.name == delivery.feed }) else {
            return failed("没有配置此数据源 / the feed is not configured any more")
        }
        guard feed.kind == delivery.kind else {
            return failed("数据源的种类已改 / the feed is of another kind now: \(feed.kind.rawValue)")
        }
        do {
            let pass = try intakePass(of: feed)
            if delivery.unreadable != nil {
                let outcome = try await pass.takeAgain(delivery, connection, isRehearsal: isRehearsal, report)
                // Refused for the same reason as the last time.
                if outcome == .known(number: delivery.number) { return failed(delivery.unreadable ?? "") }
                return .file(delivery: delivery.number, feed: delivery.feed, outcome)
            }
            let outcome = try await pass.replay(
                delivery,
                filter,
                by: who,
                now: now,
                connection,
                isRehearsal: isRehearsal,
                report
            )
            return outcome.map { .rows($0) } ?? .settled(delivery: delivery.number, feed: delivery.feed)
        } catch let error as DatabaseError where error.isOfTheData {
            return failed("\(error)")
        } catch let error where error.isOfTheDelivery {
            return failed("\(error)")
        }
    }
}
