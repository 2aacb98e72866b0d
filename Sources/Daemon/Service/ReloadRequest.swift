import Synchronization

/// A wish to have the configuration read again, raised by a signal and taken by the loop.
package final class ReloadRequest: Sendable {
    private let isRaised = Mutex(false)

    package init() {}

    package func raise() { isRaised.withLock { $0 = true } }

    /// Whether a reload is asked for and not taken yet.
    var isWaiting: Bool { isRaised.withLock { $0 } }

    /// Whether a reload was asked for since the last look.
    func take() -> Bool {
        isRaised.withLock { raised in
            defer { raised = false }
            return raised
        }
    }
}
