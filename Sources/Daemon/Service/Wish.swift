import Synchronization

/// A wish raised elsewhere, by a signal or a notification, and taken by the daemon's loop when it comes round.
package final class Wish: Sendable {
    private let isRaised = Mutex(false)

    package init() {}

    package func raise() { isRaised.withLock { $0 = true } }

    /// Whether it is raised and not taken yet.
    var isWaiting: Bool { isRaised.withLock { $0 } }

    /// Whether it was raised since the last look.
    func take() -> Bool {
        isRaised.withLock { raised in
            defer { raised = false }
            return raised
        }
    }
}
