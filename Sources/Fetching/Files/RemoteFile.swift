import Model

/// A file on a server, as far as it tells without being read.
struct RemoteFile: Sendable {
    let name: String
    /// The server's own line on it: unchanged, the file is taken for unchanged.
    let line: String
    /// Nil where the server does not let us look.
    let state: State?
    /// When this state was first seen.
    let since: ContinuousClock.Instant
    let exportedAt: Instant?

    struct State: Equatable, Sendable {
        /// Bytes.
        let size: Int64
        /// Seconds since 1970 UTC, by the server's clock.
        let modified: Int64
    }

    init(_ entry: RemoteListing.Entry, _ state: State?, since: ContinuousClock.Instant, exportedAt: Instant?) {
        (name, line) = (entry.name, entry.line)
        (self.state, self.since, self.exportedAt) = (state, since, exportedAt)
    }

    /// What is remembered of the file once it is taken.
    var mark: String { state.map { "\($0.size):\($0.modified)" } ?? "" }

    /// Seconds; what was last changed longer ago by the server's clock, which may go wrong by less, need not be seen twice.
    private static let surelyOld: Int64 = 3600

    /// Whether nobody writes to it any more: two looks so many seconds apart saw the same, or it is old.
    func isAtRest(for seconds: Int64, now: Instant) -> Bool {
        guard let state else { return true }
        let age = now.seconds(since: Instant(microseconds: 0).adding(seconds: state.modified))
        let watched = ContinuousClock.now - since
        return age > max(seconds, Self.surelyOld) || (watched > .zero && isSeenTwice && watched >= .seconds(seconds))
    }

    /// Whether another look found it as it was.
    var isSeenTwice = false

    /// The order in which files are taken: by export time, then by name; those without a time come last.
    static func precedes(_ left: RemoteFile, _ right: RemoteFile) -> Bool {
        switch (left.exportedAt, right.exportedAt) {
        case (let earlier?, let later?) where earlier != later: earlier < later
        case (.some, nil): true
        case (nil, .some): false
        default: Array(left.name.utf8).lexicographicallyPrecedes(Array(right.name.utf8))
        }
    }
}
