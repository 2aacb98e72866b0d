package import Feeds
package import Model
import Postgres
package import Settings

/// Fetches the result of a query of another PostgreSQL database.
package actor QueryFetcher: Fetcher {
    private let feed: FeedDefinition
    private let source: QuerySource
    private let archive: Archive
    private let connection: Connection
    private let place: String
    private var pause = FetchPause()
    /// The hash of the result that came last.
    private var last: String?
    private var isDone = false

    package init(_ feed: FeedDefinition, _ source: QuerySource, archive: Archive) {
        (self.feed, self.source, self.archive) = (feed, source, archive)
        // Its own queue: the daemon's database is another. The server itself ends what takes longer; where it no longer
        // can, we do.
        connection = Connection(
            source.connection,
            label: "fetch \(feed.name)",
            silence: Int32(clamping: source.timeoutSeconds) + Self.grace,
            isForeign: true
        )
        place = ConnectionInfo.describe(source.connection)
    }

    package func begin() { isDone = false }

    package func forget() { last = nil }

    package func next(known: [String: String], now: Instant) async throws -> FetchStep {
        if isDone { return .end(FetchEnd()) }
        try pause.check()
        do {
            let step = try await ask(known)
            pause.end()
            return step
        } catch {
            pause.begin(after: error)
            throw error
        }
    }

    private func ask(_ known: [String: String]) async throws -> FetchStep {
        let mark = source.highWater.map { known[Self.highWater] ?? $0.start }
        let result: QueryResult
        do {
            let (query, archive) = (QueryText(source, after: mark), archive)
            result = try await connection.use { try query.run($0, into: archive) }
        } catch let error as DatabaseError {
            throw FetchFault.query(
                place: place,
                detail: ShownText.blankingNumbers("\(error)"),
                isTransient: error.isTransient
            )
        }
        isDone = true
        let moment = feed.exportMoment == .snapshotTime ? result.began : nil
        guard let file = result.file, !isKnown(file, known) else {
            var end = FetchEnd()
            end.unchangedUntil = moment
            return .end(end)
        }
        last = file.sha256
        let (name, value) = result.highest.map { (Self.highWater, $0) } ?? (Self.result, file.sha256)
        return .fetched(
            Fetched(
                name: mark.map { "query > \($0)" } ?? "query",
                mark: (name, value),
                exportedAt: moment,
                file: file
            )
        )
    }

    private func isKnown(_ file: ArchivedFile, _ known: [String: String]) -> Bool {
        file.sha256 == last || source.highWater == nil && known[Self.result] == file.sha256
    }

    /// Seconds for the server to say that the time is over.
    private static let grace: Int32 = 30

    /// Names of what is remembered.
    private static let (highWater, result) = ("high-water", "result")
}
