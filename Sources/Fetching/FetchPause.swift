import Postgres
import Transport

/// How long a source is left alone after a fault.
struct FetchPause {
    private var failures = 0
    private var until: ContinuousClock.Instant?
    private var fault: (any Error)?
    private let backoff: Backoff

    /// Seconds; a server that wants to be left alone for longer is asked sooner.
    private static let longestWish: Int64 = 86400

    /// From a second to five minutes, unless told otherwise: a login that is refused must not be tried so often that
    /// the account is locked.
    init(_ backoff: Backoff = Backoff(first: .seconds(1), cap: .seconds(300))) { self.backoff = backoff }

    /// - Throws: the last fault, while the pause lasts.
    func check() throws {
        if let until, let fault, ContinuousClock.now < until { throw fault }
    }

    mutating func end() { (failures, until, fault) = (0, nil, nil) }

    mutating func begin(after error: any Error) {
        guard !(error is CancellationError) else { return }
        var generator = SystemRandomNumberGenerator()
        var delay = backoff.delay(after: failures, using: &generator)
        if let wish = (error as? TransportFault)?.retryAfter {
            delay = max(delay, .seconds(min(wish, Self.longestWish)))
        }
        failures += 1
        (until, fault) = (ContinuousClock.now + delay, error)
    }
}
