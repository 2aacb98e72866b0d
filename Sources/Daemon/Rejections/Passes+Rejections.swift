package import Model
import Postgres
import Settings
package import Store

extension Passes {
    /// The open rejections by feed and cause, and the files that as a whole want a person.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func rejectionCauses(_ filter: RejectionFilter) async throws -> (
        causes: [RejectionCause], files: [FileInDoubt]
    ) {
        let (region, passing) = (configuration.region, passing)
        return try await connection.use { session in
            (
                try RejectionQuery.causes(filter, region: region, session),
                try RejectionQuery.files(filter, passing: passing, region: region, session)
            )
        }
    }

    /// Open rejections one by one, and how many there are in all.
    ///
    /// - Parameters:
    ///   - filter: which of them.
    ///   - most: how many to show at most.
    ///   - disclosure: who is to see their text in clear, and why; noted before anything is handed out. Nil where it is
    ///     not shown in clear.
    ///   - now: the time of the note.
    /// - Returns: the first of them by delivery and place, and their number.
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func rejectedRows(
        _ filter: RejectionFilter,
        most: Int64,
        disclosure: (who: String, reason: String)?,
        now: Instant
    ) async throws -> (rows: [RejectedRow], all: Int64) {
        let region = configuration.region
        return try await connection.use { session in
            try session.transaction { session in
                let rows = try RejectionQuery.rows(filter, most: most, region: region, session)
                let all = try RejectionQuery.count(filter, region: region, session)
                if let disclosure, !rows.isEmpty {
                    let places = rows.map { "\($0.delivery)/\($0.part.map { $0 + "/" } ?? "")\($0.line)" }
                    _ = try Disclosure.note(
                        "rejected rows (delivery/line): " + places.joined(separator: " "),
                        to: disclosure.who,
                        because: disclosure.reason,
                        at: now,
                        region: region,
                        session
                    )
                }
                return (rows, all)
            }
        }
    }

    /// Says of open rejections, and of files that are unreadable or repetitions, that nothing of them is missing.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func discard(
        _ filter: RejectionFilter,
        because reason: String,
        by who: String,
        now: Instant
    ) async throws -> [Settlement.Discarded] {
        let (configuration, passing) = (configuration, passing)
        return try await connection.use { session in
            try session.transaction { session in
                try Settlement.discard(
                    filter,
                    because: reason,
                    by: who,
                    at: now,
                    allowed: { name in configuration.feeds.first { $0.name == name }?.allowedRejections ?? 0 },
                    passing: passing,
                    region: configuration.region,
                    session
                )
            }
        }
    }

    /// Whether there is a delivery of this number.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func hasDelivery(_ number: Int64) async throws -> Bool {
        let region = configuration.region
        return try await connection.use { try ArchivedDelivery.find(number, region: region, $0) != nil }
    }

    /// Whether a feed of this name is set up, or was once and brought something.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    package func hasFeed(_ name: String) async throws -> Bool {
        guard !configuration.feeds.contains(where: { $0.name == name }) else { return true }
        let region = configuration.region
        return try await connection.use { try FeedStore.isKnown(name, region: region, $0) }
    }

    /// The feeds whose repetitions are passed over.
    var passing: [String] { configuration.feeds.filter { $0.contract.repetition == .pass }.map(\.name) }
}
